-- The totals of one province, year by year. A cell without a value, and an amount in another unit than 万元, is counted as left out,
-- never taken as 0.
WITH counted AS (
    SELECT *, value IS NOT NULL AND NOT (cell LIKE '%.amount' AND coalesce(unit, '万元') <> '万元') AS adds_up
    FROM cells
    WHERE province = getvariable('province')
)
SELECT
    year,
    cell,
    sum(value) FILTER (adds_up) AS total,
    count(*) FILTER (adds_up) AS bodies,
    count(*) FILTER (NOT adds_up) AS left_out
FROM counted
GROUP BY year, cell
ORDER BY year, cell;
