-- The cells of all results as a table, one row a cell. $results is a path such as 'results.jsonl' or 'results/part-*'.
-- The id of a line is province/body/year, as the example `many` writes it.
CREATE OR REPLACE TABLE cells AS
WITH answers AS (
    SELECT id, cells
    FROM read_json(
        getvariable('results'),
        format = 'newline_delimited',
        columns = {id: 'VARCHAR', cells: 'MAP(VARCHAR, JSON)'},
        maximum_object_size = 134217728
    )
),
each_cell AS (
    SELECT id, unnest(map_entries(cells)) AS entry
    FROM answers
)
SELECT
    split_part(id, '/', 1) AS province,
    split_part(id, '/', 2) AS body,
    CAST(split_part(id, '/', 3) AS INTEGER) AS year,
    entry.key AS cell,
    entry.value ->> 'status' AS status,
    entry.value ->> 'unit' AS unit,
    CAST(entry.value ->> 'value' AS DECIMAL(18, 6)) AS value
FROM each_cell;
