//! A child process that takes everything it started with it.

use {
    anyhow::{Context, Result, bail},
    rustix::process::{Pid, Signal, kill_process, kill_process_group},
    std::{
        fs,
        io::{BufRead, BufReader},
        net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
        os::unix::process::CommandExt,
        process::{Child, Command, Stdio},
        thread,
        time::{Duration, Instant},
    },
};

/// The shell that stands between us and the program: when our end of its standard input closes,
/// however we ended, it kills the program and the rest of its process group.
const GUARD: &str = r#""$@" & cat > /dev/null; kill -KILL 0"#;

/// A running program; dropping it kills it and all its descendants.
#[derive(Debug)]
pub struct Process(Child);

impl Process {
    /// Starts `command`, its input and output going nowhere.
    pub fn start(command: &Command) -> Result<Self> {
        Self::spawn(command, Stdio::null())
    }

    /// Starts `command` and waits for the first line it prints.
    pub fn start_for_line(command: &Command) -> Result<(Self, String)> {
        let mut process = Self::spawn(command, Stdio::piped())?;
        let output = process.0.stdout.take().context("the output is piped")?;
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        match line.trim() {
            "" => bail!("{} printed nothing", command.get_program().display()),
            line => Ok((process, line.into())),
        }
    }

    fn spawn(command: &Command, output: Stdio) -> Result<Self> {
        let mut guarded = Command::new("/bin/sh");
        guarded.args(["-c", GUARD, "guard"]).arg(command.get_program()).args(command.get_args());
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => guarded.env(name, value),
                None => guarded.env_remove(name),
            };
        }
        guarded.process_group(0).stdin(Stdio::piped()).stdout(output).stderr(Stdio::null());
        let name = command.get_program().display();
        Ok(Self(guarded.spawn().with_context(|| format!("starting {name}"))?))
    }

    /// Waits until something listens on `port` of this machine.
    ///
    /// # Errors
    /// Nothing does within `limit`.
    pub fn wait_for_port(&self, port: u16, limit: Duration) -> Result<()> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let begin = Instant::now();
        while TcpStream::connect_timeout(&address, Duration::from_millis(200)).is_err() {
            if begin.elapsed() > limit {
                bail!("nothing listened on port {port} within {limit:?}");
            }
            thread::sleep(Duration::from_millis(25));
        }
        Ok(())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let Some(pid) = i32::try_from(self.0.id()).ok().and_then(Pid::from_raw) else {
            return;
        };
        let descendants = descendants(pid);
        let _ = kill_process_group(pid, Signal::KILL);
        for pid in descendants {
            let _ = kill_process(pid, Signal::KILL);
        }
        let _ = self.0.wait();
    }
}

/// A port nobody listens on just now.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// All processes under `root`, itself not included; none where there is no `/proc`.
fn descendants(root: Pid) -> Vec<Pid> {
    let numbers = fs::read_dir("/proc").into_iter().flatten().flatten();
    let pids = numbers.filter_map(|entry| entry.file_name().to_str()?.parse().ok().and_then(Pid::from_raw));
    let pairs: Vec<(Pid, Pid)> = pids.filter_map(|pid| Some((pid, parent(pid)?))).collect();
    let mut found = vec![root];
    let mut next = 0;
    while let Some(&parent) = found.get(next) {
        found.extend(pairs.iter().filter(|(_, of)| *of == parent).map(|(pid, _)| *pid));
        next += 1;
    }
    found.split_off(1)
}

fn parent(pid: Pid) -> Option<Pid> {
    let stat = fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero())).ok()?;
    // The name, in parentheses, may hold anything; the state and the parent follow it.
    let after = stat.rsplit_once(')')?.1;
    Pid::from_raw(after.split_whitespace().nth(1)?.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use {super::Process, std::process::Command, std::time::Duration};

    #[test]
    fn grandchildren_go_too() {
        let mut command = Command::new("sh");
        command.args(["-c", "setsid sleep 1000 & echo $!; wait"]);
        let (process, line) = Process::start_for_line(&command).unwrap();
        let grandchild = std::path::PathBuf::from(format!("/proc/{line}"));
        std::thread::sleep(Duration::from_millis(100));
        assert!(!cfg!(target_os = "linux") || grandchild.exists());
        drop(process);
        // Its new parent may need a moment to collect it; until then it is a zombie.
        std::thread::sleep(Duration::from_millis(100));
        let stat = std::fs::read_to_string(grandchild.join("stat")).unwrap_or_default();
        assert!(stat.is_empty() || stat.contains(") Z "), "{stat}");
    }
}
