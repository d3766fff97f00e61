//! A static file server for tests and for `cargo xtask serve`: it sends what a static host sends.

mod answer;
mod files;
mod glob;
mod headers;

pub use {glob::matches, headers::HeaderRules};

use {
    answer::Site,
    anyhow::{Context, Result},
    axum::{Router, extract::Request},
    std::{
        collections::BTreeMap,
        net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener},
        path::PathBuf,
        sync::{Arc, Mutex},
        thread::{self, JoinHandle},
    },
    tokio::sync::oneshot,
};

/// What a [`Server`] does besides sending files. The default serves the root at `/`, plainly.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where the root appears: `/`, or a path such as `/any/sub/path/`; outside it all is 404.
    pub base: String,
    /// Headers to add to every file.
    pub headers: Vec<(String, String)>,
    /// Whether to obey the root's `_headers` file, paths being taken relative to `base`.
    pub headers_file: bool,
    /// Pages that exist only here, by whole path (outside `base` too), such as a host page that
    /// frames the story. They get none of the headers above. The path's ending gives their type, HTML by default.
    pub pages: BTreeMap<String, String>,
    /// Paths (relative to `base`, with `*`) that answer 404 although the file is there.
    pub missing: Vec<String>,
    /// The same, once each.
    pub missing_once: Vec<String>,
    /// Headers that take the place of a file's own, by its path relative to `base`.
    pub headers_for: BTreeMap<String, Vec<(String, String)>>,
    /// Whether to send `Access-Control-Allow-Origin: *` with everything.
    pub cors: bool,
    /// The address to listen on; this machine alone reaches the default.
    pub host: IpAddr,
    /// The port to listen on; 0 for any free one.
    pub port: u16,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            base: "/".into(),
            headers: Vec::new(),
            headers_file: false,
            pages: BTreeMap::new(),
            missing: Vec::new(),
            missing_once: Vec::new(),
            headers_for: BTreeMap::new(),
            cors: false,
            host: Ipv4Addr::LOCALHOST.into(),
            port: 0,
        }
    }
}

/// A server, running on its own thread until dropped.
///
/// ```
/// use xtask::server::{Options, Server};
/// let root = tempfile::tempdir().unwrap();
/// std::fs::write(root.path().join("index.html"), "<title>Seized</title>").unwrap();
/// let server = Server::start(root.path().into(), Options { base: "/sub/".into(), ..Options::default() }).unwrap();
/// assert_eq!(server.url("?step=doubled.3"), format!("http://127.0.0.1:{}/sub/?step=doubled.3", server.port()));
/// ```
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    base: String,
    log: Arc<Mutex<Vec<String>>>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves the directory `root`.
    ///
    /// # Errors
    /// The port is taken, or the root's `_headers` was asked for and is missing or wrong.
    pub fn start(root: PathBuf, mut options: Options) -> Result<Self> {
        options.base = normal(&options.base);
        let rules = match options.headers_file {
            true => {
                let path = root.join("_headers");
                let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
                HeaderRules::parse(&text)?
            }
            false => HeaderRules::default(),
        };
        let listener = TcpListener::bind((options.host, options.port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel();
        let log = Arc::new(Mutex::new(Vec::new()));
        let base = options.base.clone();
        let site = Arc::new(Site { root, options, rules, log: log.clone() });
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let thread = thread::spawn(move || {
            runtime.block_on(async move {
                let answer = move |request: Request| {
                    let answer = site.answer(request.method(), request.uri(), request.headers());
                    async { answer }
                };
                let listener = tokio::net::TcpListener::from_std(listener).expect("the listener is non-blocking");
                let serve = axum::serve(listener, Router::new().fallback(answer));
                tokio::select! { _ = serve.into_future() => {}, _ = stopped => {} }
            });
        });
        Ok(Self { address, base, log, stop: Some(stop), thread: Some(thread) })
    }

    /// The port listened on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The address of `path` under the base: where it listens, or on this machine if it listens on all addresses. `""`
    /// and `"/"` are the base itself.
    pub fn url(&self, path: &str) -> String {
        match self.address.ip() {
            IpAddr::V6(ip) if !ip.is_unspecified() => self.url_at(&format!("[{ip}]"), path),
            ip if ip.is_unspecified() => self.url_at("127.0.0.1", path),
            ip => self.url_at(&ip.to_string(), path),
        }
    }

    /// The same address on another name for this machine: `localhost` is another origin to a browser.
    pub fn url_at(&self, host: &str, path: &str) -> String {
        format!("http://{host}:{}{}{}", self.port(), self.base, path.strip_prefix('/').unwrap_or(path))
    }

    /// The address of a whole path on `host`, base not added: for [`Options::pages`].
    pub fn page_at(&self, host: &str, path: &str) -> String {
        format!("http://{host}:{}{path}", self.port())
    }

    /// What was asked for so far, in order: `"200 /path?query"`.
    pub fn requests(&self) -> Vec<String> {
        self.log.lock().expect("no request panics").clone()
    }

    /// Forgets what was asked for so far.
    pub fn clear_requests(&self) {
        self.log.lock().expect("no request panics").clear();
    }

    /// Blocks until the process ends.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// `base` with one slash at each end.
fn normal(base: &str) -> String {
    match base.trim_matches('/') {
        "" => "/".into(),
        inner => format!("/{inner}/"),
    }
}
