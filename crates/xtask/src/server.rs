//! A small static server for one folder, on the loopback address only.

use std::fs::File;
use std::net::Ipv4Addr;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Request, Response};

const START_PAGE: &str = "gouji.html";

pub struct Server {
    http: tiny_http::Server,
    folder: PathBuf,
}

impl Server {
    /// Serves `folder` at `port`, or at any free port where that one is taken.
    pub fn on_loopback(folder: PathBuf, port: u16) -> Result<Server> {
        let http = tiny_http::Server::http((Ipv4Addr::LOCALHOST, port))
            .or_else(|_| tiny_http::Server::http((Ipv4Addr::LOCALHOST, 0)))
            .map_err(|error| anyhow!("no port can be opened: {error}"))?;
        Ok(Server { http, folder })
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
        let file = locate(&self.folder, request.url()).and_then(|path| Some((File::open(&path).ok()?, path)));
        match file {
            Some((file, path)) => {
                let kind = mime_guess::from_path(&path).first_or_octet_stream();
                let kind = if kind.type_() == mime_guess::mime::TEXT {
                    format!("{kind}; charset=utf-8")
                } else {
                    kind.to_string()
                };
                let response = Response::from_file(file)
                    .with_header(header("Content-Type", &kind))
                    .with_header(header("Cache-Control", "no-store"));
                request.respond(response)
            }
            None => request.respond(Response::from_string("Not found\n").with_status_code(404)),
        }
    }
}

/// The file that a URL names; nothing outside the folder has a name.
fn locate(folder: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
    let path = Path::new(if path.is_empty() { START_PAGE } else { path });
    let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    let file = folder.join(path);
    (inside && file.is_file()).then_some(file)
}

fn header(name: &'static str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("our own headers are plain ASCII")
}

#[cfg(test)]
mod tests {
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
        let first = Server::on_loopback(PathBuf::new(), 0).unwrap();
        let port = first.http.server_addr().to_ip().unwrap().port();
        let second = Server::on_loopback(PathBuf::new(), port).unwrap();
        assert_ne!(first.url().unwrap(), second.url().unwrap());
    }
}
