//! The command line's door: `gouji check FILE|FOLDER|- ...`.

fn main() {}
