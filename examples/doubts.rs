fn main() {
    let path = std::env::args().nth(1).unwrap();
    let d = gouji::document::Document::from_bytes(&std::fs::read(path).unwrap()).unwrap();
    for c in gouji::check(&d, &Default::default()) {
        for t in &c.report.tables {
            println!("{:?} {:?} rows {} copies {:?}", t.id, t.span, t.rows.len(), t.copies);
        }
        for x in &c.report.doubts {
            println!("{:?} {:?} {:?}", x.kind, x.span, x.cells.iter().map(|c| c.to_string()).collect::<Vec<_>>());
        }
    }
}
