//! A small static server for one folder, on the loopback address only, with the headers of the samples for web servers.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::net::Ipv4Addr;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Request, Response};

const START_PAGE: &str = "gouji.html";

/// Headers of a file: by its name, by `*` and how its name ends, else those of `*` alone.
type Headers = BTreeMap<String, BTreeMap<String, String>>;

pub struct Server {
    http: tiny_http::Server,
    folder: PathBuf,
    headers: Headers,
}

impl Server {
    /// Serves `folder` at `port`, or at any free port where that one is taken.
    pub fn on_loopback(folder: PathBuf, headers: Headers, port: u16) -> Result<Server> {
        let http = tiny_http::Server::http((Ipv4Addr::LOCALHOST, port))
            .or_else(|_| tiny_http::Server::http((Ipv4Addr::LOCALHOST, 0)))
            .map_err(|error| anyhow!("no port can be opened: {error}"))?;
        Ok(Server { http, folder, headers })
    }

    /// Where a browser finds the start page.
    pub fn url(&self) -> Result<String> {
        let address = self.http.server_addr().to_ip().context("the server has no address")?;
        Ok(format!("http://{address}/"))
    }

    /// Answers until the program ends.
    pub fn run(&self) {
        for request in self.http.incoming_requests() {
            // A browser that went away before its answer is nobody's fault.
            let _ = self.answer(request);
        }
    }

    fn answer(&self, request: Request) -> std::io::Result<()> {
        if !self.is_asked_by_its_name(&request) {
            return request.respond(Response::from_string("Misdirected request\n").with_status_code(421));
        }
        let file = locate(&self.folder, request.url()).and_then(|path| Some((File::open(&path).ok()?, path)));
        match file {
            Some((file, path)) => {
                let kind = mime_guess::from_path(&path).first_or_octet_stream();
                let kind = if kind.type_() == mime_guess::mime::TEXT {
                    format!("{kind}; charset=utf-8")
                } else {
                    kind.to_string()
                };
                let mut response = Response::from_file(file).with_header(header("Content-Type", &kind));
                for (name, value) in headers_of(&self.headers, &path) {
                    response.add_header(header(name, value));
                }
                // What is built anew is seen at once.
                response.add_header(header("Cache-Control", "no-store"));
                request.respond(response)
            }
            None => request.respond(Response::from_string("Not found\n").with_status_code(404)),
        }
    }
}

impl Server {
    /// A page from elsewhere whose name was made to mean this machine asks by that name, and gets nothing.
    fn is_asked_by_its_name(&self, request: &Request) -> bool {
        let Some(port) = self.http.server_addr().to_ip().map(|address| address.port()) else { return false };
        let host = request.headers().iter().find(|header| header.field.equiv("Host"));
        host.is_some_and(|host| {
            ["127.0.0.1", "localhost"].iter().any(|name| host.value.as_str() == format!("{name}:{port}"))
        })
    }
}

/// What the samples say of each file.
pub fn sample_headers(site: &Path) -> Result<Headers> {
    let file = site.join("server/headers.json");
    let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    serde_json::from_str(&text).context("the headers of the samples are not as expected")
}

fn headers_of<'a>(headers: &'a Headers, file: &Path) -> impl Iterator<Item = (&'a str, &'a str)> {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let ending = file.extension().map(|ending| format!("*.{}", ending.to_string_lossy()));
    let found = headers.get(&name).or_else(|| headers.get(&ending?)).or_else(|| headers.get("*"));
    found
        .into_iter()
        .flatten()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .filter(|(name, _)| *name != "Cache-Control")
}

/// The file that a URL names; nothing outside the folder has a name.
fn locate(folder: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
    let path = Path::new(if path.is_empty() { START_PAGE } else { path });
    let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    let file = folder.join(path);
    (inside && file.is_file()).then_some(file)
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("our own headers are plain ASCII")
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::*;

    #[test]
    fn only_files_of_the_folder_have_a_name() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert_eq!(locate(&source, "/main.rs?x=1"), Some(source.join("main.rs")));
        assert_eq!(locate(&source, "//commands/mod.rs"), Some(source.join("commands/mod.rs")));
        for url in ["/", "/commands", "/none.rs", "/../Cargo.toml", "/commands/../../Cargo.toml"] {
            assert_eq!(locate(&source, url), None, "{url}");
        }
    }

    #[test]
    fn a_taken_port_gives_way_to_a_free_one() {
        let first = Server::on_loopback(PathBuf::new(), Headers::new(), 0).unwrap();
        let port = first.http.server_addr().to_ip().unwrap().port();
        let second = Server::on_loopback(PathBuf::new(), Headers::new(), port).unwrap();
        assert_ne!(first.url().unwrap(), second.url().unwrap());
    }
    #[test]
    fn a_file_has_the_headers_of_its_name_else_of_its_ending_else_of_all() {
        let own = |value: &str| BTreeMap::from([("X".to_owned(), value.to_owned())]);
        let headers = ["*", "*.js", "one.js"].map(|name| (name.to_owned(), own(name))).into_iter().collect();
        for (file, expected) in [("a/one.js", "one.js"), ("two.js", "*.js"), ("page.html", "*"), ("none", "*")] {
            assert_eq!(headers_of(&headers, Path::new(file)).collect::<Vec<_>>(), [("X", expected)], "{file}");
        }
    }

    #[test]
    fn only_its_own_host_is_answered() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let headers = Headers::from([("*".to_owned(), BTreeMap::from([("X-Kept".to_owned(), "yes".to_owned())]))]);
        let server = Server::on_loopback(source, headers, 0).unwrap();
        let address = server.http.server_addr().to_ip().unwrap();
        let asked = |host: String| {
            let mut stream = TcpStream::connect(address).unwrap();
            write!(stream, "GET /main.rs HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
            server.answer(server.http.recv().unwrap()).unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        };
        for host in [address.to_string(), format!("localhost:{}", address.port())] {
            let answer = asked(host);
            assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
            assert!(answer.contains("X-Kept: yes"), "{answer}");
        }
        for host in ["gouji.example.com", "127.0.0.1", "localhost:1", &format!("rebound.test:{}", address.port())] {
            let answer = asked(host.to_owned());
            assert!(answer.starts_with("HTTP/1.1 421"), "{host}: {answer}");
            assert!(!answer.contains("fn main"), "{host}");
        }
    }
}
