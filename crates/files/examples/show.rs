//! Shows the text that a file is read as: `cargo run -p gouji-files --example show -- FILE...`

fn main() {
    for path in std::env::args().skip(1) {
        let read = std::fs::read(&path).map_err(|error| error.to_string());
        match read.and_then(|bytes| gouji_files::read(&bytes, None).map_err(|error| error.to_string())) {
            Ok(content) => println!("== {path}: {}\n{}", content.kind.id(), content.text),
            Err(error) => println!("== {path}: {error}"),
        }
    }
}
