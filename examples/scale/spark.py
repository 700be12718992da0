"""Checks a file of JSON lines with gouji as the filter of every partition: spark.py REPORTS.jsonl RESULTS [PARTITIONS]."""

import os
import shlex
import sys

from pyspark.sql import SparkSession

# 0, 1, 3 and 4 tell what was found in the reports, 2 that the run failed; Spark takes any code but 0 for a failure. That every report has its
# answer is told by counting.
FILTER = '"$0" check --format jsonl --stdin jsonl; case $? in 0|1|3|4) ;; *) exit 1;; esac'


def main(reports, results, partitions="8"):
    gouji = os.environ.get("GOUJI", "gouji")
    command = f"sh -c {shlex.quote(FILTER)} {shlex.quote(gouji)}"
    spark = SparkSession.builder.master(os.environ.get("SPARK_MASTER", "local[*]")).appName("gouji").getOrCreate()
    lines = spark.sparkContext.textFile(reports, int(partitions))
    lines.pipe(command, checkCode=True).saveAsTextFile(results)
    asked, answered = lines.count(), spark.sparkContext.textFile(results).count()
    spark.stop()
    if asked != answered:
        sys.exit(f"{asked} reports, {answered} answers")


if __name__ == "__main__":
    main(*sys.argv[1:])
