-- The bodies that took over another number of requests than the year before left, applicant by applicant.
SELECT
    late.province,
    late.body,
    late.year,
    late.cell,
    early.value AS left_over,
    late.value AS taken_over
FROM cells AS late
JOIN cells AS early
    ON early.province = late.province
    AND early.body = late.body
    AND early.year = late.year - 1
    AND early.cell = replace(late.cell, 'requests.carried_in.', 'requests.carried_out.')
WHERE late.cell LIKE 'requests.carried\_in.%' ESCAPE '\'
    AND early.value <> late.value
ORDER BY late.province, late.body, late.year, late.cell;
