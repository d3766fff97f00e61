//! One request, one answer.

use {
    super::{
        HeaderRules, Options,
        files::{Found, compressed, content_type, find},
        glob::matches,
    },
    axum::{
        body::Body,
        http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header},
        response::Response,
    },
    std::{
        path::{Path, PathBuf},
        sync::{Arc, Mutex},
    },
};

pub struct Site {
    pub root: PathBuf,
    pub options: Options,
    pub rules: HeaderRules,
    pub log: Arc<Mutex<Vec<String>>>,
}

impl Site {
    pub fn answer(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> Response {
        let mut response = match *method {
            Method::GET | Method::HEAD => self.get(uri, headers),
            _ => plain(StatusCode::METHOD_NOT_ALLOWED),
        };
        if self.options.cors {
            add(&mut response, "access-control-allow-origin", "*");
        }
        let asked = uri.path_and_query().map_or("/", |asked| asked.as_str());
        self.log.lock().expect("no request panics").push(format!("{} {asked}", response.status().as_u16()));
        response
    }

    fn get(&self, uri: &Uri, headers: &HeaderMap) -> Response {
        if let Some(page) = self.options.pages.get(uri.path()) {
            let kind = match content_type(uri.path()) {
                "application/octet-stream" => "text/html; charset=utf-8",
                known => known,
            };
            return with_body(StatusCode::OK, kind, page.clone().into());
        }
        if format!("{}/", uri.path()) == self.options.base {
            return redirect(uri);
        }
        // `base` ends in a slash, which is the one `path` begins with.
        let Some(path) = uri.path().strip_prefix(&self.options.base[..self.options.base.len() - 1]) else {
            return plain(StatusCode::NOT_FOUND);
        };
        if self.options.missing_once.iter().any(|pattern| matches(pattern, path)) && !self.was_asked(uri.path()) {
            return plain(StatusCode::NOT_FOUND);
        }
        let hidden = self.options.headers_file && path == "/_headers";
        if !path.starts_with('/') || hidden || self.options.missing.iter().any(|pattern| matches(pattern, path)) {
            return plain(StatusCode::NOT_FOUND);
        }
        let mut response = match find(&self.root, path) {
            Found::File(file) => send(StatusCode::OK, &file, headers),
            Found::Directory => redirect(uri),
            Found::Nothing => match find(&self.root, "/404.html") {
                Found::File(file) => send(StatusCode::NOT_FOUND, &file, headers),
                _ => plain(StatusCode::NOT_FOUND),
            },
        };
        let own = self.options.headers_for.get(path).into_iter().flatten();
        for (name, value) in self.rules.for_path(path).iter().chain(&self.options.headers).chain(own) {
            add(&mut response, name, value);
        }
        response
    }

    /// Whether a path was asked for before.
    fn was_asked(&self, path: &str) -> bool {
        let log = self.log.lock().expect("no request panics");
        log.iter().any(|entry| entry.split_once(' ').is_some_and(|(_, asked)| asked == path))
    }
}

fn send(status: StatusCode, file: &Path, headers: &HeaderMap) -> Response {
    let accept = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or("");
    let kind = content_type(&file.to_string_lossy());
    let (path, encoding) = match compressed(file, accept) {
        Some((path, encoding)) => (path, Some(encoding)),
        None => (file.to_owned(), None),
    };
    let Ok(bytes) = std::fs::read(path) else {
        return plain(StatusCode::INTERNAL_SERVER_ERROR);
    };
    let mut response = with_body(status, kind, bytes.into());
    add(&mut response, "vary", "Accept-Encoding");
    if let Some(encoding) = encoding {
        add(&mut response, "content-encoding", encoding);
    }
    response
}

fn redirect(uri: &Uri) -> Response {
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let mut response = plain(StatusCode::MOVED_PERMANENTLY);
    add(&mut response, "location", &format!("{}/{query}", uri.path()));
    response
}

fn plain(status: StatusCode) -> Response {
    with_body(status, "text/plain; charset=utf-8", status.to_string().into())
}

fn with_body(status: StatusCode, kind: &str, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    add(&mut response, "content-type", kind);
    response
}

/// Sets a header; one that HTTP cannot carry is left out.
fn add(response: &mut Response, name: &str, value: &str) {
    if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
        response.headers_mut().insert(name, value);
    }
}
