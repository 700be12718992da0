//! Runs the example of every rule: the bad one triggers that rule, the good one does not. Both start from a sound report.
