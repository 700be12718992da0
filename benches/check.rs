//! How long it takes to read and judge a report.

use std::path::{Path, PathBuf};
use std::{env, fs};

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use gouji::rules::Options;
use gouji::text::Source;

/// The reports of the corpus where there is one, else those of the tests, by name.
fn reports() -> Vec<(String, String)> {
    let folder = match env::var_os("GOUJI_CORPUS") {
        Some(corpus) => Path::new(&corpus).join("seeds"),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures"),
    };
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|kind| kind == "txt"));
    files.sort();
    files
        .into_iter()
        .map(|file| (file.file_stem().unwrap().display().to_string(), fs::read_to_string(&file).unwrap()))
        .collect()
}

fn measure(criterion: &mut Criterion) {
    let reports = reports();
    let mut group = criterion.benchmark_group("check");
    for (name, text) in &reports {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(name), text, |bencher, text| {
            let options = Options::default();
            bencher.iter(|| gouji::check(&Source::from_text(text.as_str()).unwrap(), &options));
        });
    }
    group.finish();
}

criterion_group!(benches, measure);
criterion_main!(benches);
