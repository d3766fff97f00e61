//! What goes over the wire, asked for with no client in between.

use {
    std::{
        io::{Read, Write},
        net::{IpAddr, Ipv4Addr, TcpStream},
    },
    xtask::server::{Options, Server},
};

/// The whole answer, head and body, as text.
fn ask(server: &Server, path: &str, accept: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: {accept}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8(answer).unwrap()
}

#[test]
fn it_answers_as_a_host_would() {
    let root = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| std::fs::write(root.path().join(name), text).unwrap();
    std::fs::create_dir_all(root.path().join("embed/doubled")).unwrap();
    file("index.html", "index");
    file("embed/doubled/index.html", "embed");
    file("app.wasm", "raw");
    file("app.wasm.br", "brotli");
    file("app.wasm.gz", "gzip");
    file("_headers", "/*\n  X-Content-Type-Options: nosniff\n/embed/*\n  X-Robots-Tag: noindex\n");
    let options = Options {
        base: "any/sub".into(),
        headers: vec![("x-extra".into(), "1".into())],
        headers_file: true,
        pages: [("/host".into(), "host".into())].into(),
        missing: vec!["/gone*".into()],
        cors: true,
        port: 0,
        ..Options::default()
    };
    file("gone.txt", "here");
    let server = Server::start(root.path().into(), options).unwrap();

    let index = ask(&server, "/any/sub/", "");
    assert!(index.starts_with("HTTP/1.1 200") && index.ends_with("\r\n\r\nindex"), "{index}");
    for header in ["text/html; charset=utf-8", "x-extra: 1", "nosniff", "access-control-allow-origin: *"] {
        assert!(index.contains(header), "{header} in {index}");
    }
    assert!(ask(&server, "/any/sub", "").contains("location: /any/sub/\r\n"));
    let moved = ask(&server, "/any/sub/embed/doubled?lang=ru", "");
    assert!(moved.starts_with("HTTP/1.1 301") && moved.contains("location: /any/sub/embed/doubled/?lang=ru\r\n"));
    assert!(ask(&server, "/any/sub/embed/doubled/", "").contains("x-robots-tag: noindex"));
    let wasm = ask(&server, "/any/sub/app.wasm", "gzip, br");
    assert!(wasm.contains("application/wasm") && wasm.contains("content-encoding: br") && wasm.ends_with("brotli"));
    assert!(ask(&server, "/any/sub/app.wasm", "gzip").ends_with("gzip"));
    assert!(ask(&server, "/any/sub/app.wasm", "").ends_with("raw"));
    let host = ask(&server, "/host", "");
    assert!(host.contains("text/html") && host.ends_with("host") && !host.contains("x-extra"), "{host}");
    for path in ["/", "/any/sub/gone.txt", "/any/sub/none", "/any/sub/_headers", "/any/subindex.html"] {
        assert!(ask(&server, path, "").starts_with("HTTP/1.1 404"), "{path}");
    }
    assert_eq!(server.requests()[..2], ["200 /any/sub/", "301 /any/sub"]);
    server.clear_requests();
    assert!(server.requests().is_empty());
}

/// All of 127.0.0.0/8 is this machine; whoever listens at one of its addresses alone is not reached by another.
#[test]
fn it_is_reached_where_it_is_told_to_listen() {
    let root = tempfile::tempdir().unwrap();
    for (host, other) in [("127.0.0.1", false), ("0.0.0.0", true)] {
        let host: IpAddr = host.parse().unwrap();
        let options = if other { Options { host, ..Options::default() } } else { Options::default() };
        let server = Server::start(root.path().into(), options).unwrap();
        let reached = |last: u8| TcpStream::connect((Ipv4Addr::new(127, 0, 0, last), server.port())).is_ok();
        assert_eq!((reached(1), reached(2)), (true, other), "{host}");
        assert_eq!(server.url(""), format!("http://127.0.0.1:{}/", server.port()));
    }
    assert!(xtask::cli::HELP.contains("[--host 127.0.0.1]") && xtask::cli::HELP.contains("--host 0.0.0.0"));
}
