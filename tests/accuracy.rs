//! Generated reports, sound and damaged, in every layout: none is read worse than `accuracy.txt` says, and no number is wrong.

use gouji_generator::kept;
use gouji_generator::measure;

#[test]
fn no_layout_is_read_worse_and_no_number_is_wrong() {
    let table = include_str!("accuracy.txt");
    let worse: Vec<String> =
        kept::repeated().flat_map(|(heading, plan)| kept::worse(table, heading, &measure::run(*plan))).collect();
    assert!(worse.is_empty(), "\n{}", worse.join("\n"));
}
