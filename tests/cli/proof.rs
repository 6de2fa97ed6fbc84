//! No network and no writing elsewhere, shown on the system calls of the whole headless job.

#![cfg(target_os = "linux")]

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::runs::{FEW, PROGRAM, WRITERS, said, sample};

/// System calls that reach a network or change a file system.
const CALLS: &str = "trace=socket,connect,bind,sendto,sendmsg,open,openat,openat2,creat,mkdir,mkdirat,\
rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,rmdir,truncate,chmod,fchmodat,\
chown,fchownat,mknod,mknodat,execve";

/// What a call does, if it is one that must be looked at: the path it names.
fn touched(line: &str) -> Option<String> {
    let call = line.split('(').next()?.rsplit(' ').next()?;
    let changes = match call {
        "open" | "openat" | "openat2" => ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC"]
            .iter()
            .any(|flag| line.contains(flag)),
        "execve" => false,
        _ => true,
    };
    changes.then(|| line.to_owned())
}

/// Why a trace shows something that must not be, if it does.
fn fault(line: &str, allowed: &Path) -> Option<&'static str> {
    for family in [
        "AF_INET",
        "AF_NETLINK",
        "AF_PACKET",
        "AF_BLUETOOTH",
        "AF_VSOCK",
    ] {
        if line.contains(family) {
            return Some("speaks to a network");
        }
    }
    let is_socket = ["socket(", "connect(", "bind(", "sendto(", "sendmsg("]
        .iter()
        .any(|call| line.contains(call));
    if is_socket {
        return Some("opens a socket");
    }
    let line = touched(line)?;
    // Paths as the program gave them; devices of the terminal and the process itself are no files.
    let is_allowed = |path: &str| {
        path.starts_with(allowed.to_string_lossy().as_ref())
            || ["/dev/null", "/dev/tty"].contains(&path)
            || path.starts_with("/proc/self/")
    };
    let paths: Vec<&str> = line.split('"').skip(1).step_by(2).collect();
    (!paths.iter().all(|path| is_allowed(path))).then_some("writes elsewhere")
}

/// Whether a tool is here and may do its work.
fn works(tool: &str, arguments: &[&str]) -> bool {
    let output = Command::new(tool).args(arguments).output();
    let works = output.is_ok_and(|output| output.status.success());
    if !works {
        eprintln!("skipped: {tool} is missing here or may not do its work");
    }
    works
}

#[test]
fn nothing_is_sent_and_nothing_is_written_elsewhere() {
    if !works("strace", &["-f", "-e", "trace=socket", "true"]) {
        return;
    }
    let (folder, place) = (sample(&FEW), tempfile::tempdir().unwrap());
    let traces = tempfile::tempdir().unwrap();
    for (command, name) in WRITERS {
        let trace = traces.path().join("trace");
        let output = Command::new("strace")
            .args(["-f", "-qq", "-s", "4096", "-e", CALLS, "-o"])
            .arg(&trace)
            .arg(PROGRAM)
            .arg(command)
            .arg(folder.path())
            .arg("--out")
            .arg(place.path().join(name))
            .output()
            .unwrap();
        said(&output, 0);
        let trace = fs::read_to_string(trace).unwrap();
        let lines: Vec<&str> = trace.lines().collect();
        let writes = lines.iter().filter(|line| touched(line).is_some()).count();
        assert!(writes > 0, "the trace of {command} shows no writing at all");
        for line in lines {
            if let Some(fault) = fault(line, place.path()) {
                panic!("{command} {fault}: {line}");
            }
        }
    }
}

#[test]
fn a_trace_with_a_fault_is_found_out() {
    let allowed = Path::new("/tmp/out");
    let bad = [
        "12 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 3",
        "12 socket(AF_UNIX, SOCK_STREAM, 0) = 3",
        "12 openat(AT_FDCWD, \"/home/a/.cache/x\", O_WRONLY|O_CREAT, 0666) = 3",
        "12 unlink(\"/home/a/article.txt\") = 0",
        "12 rename(\"/tmp/out/a\", \"/home/a/b\") = 0",
    ];
    for line in bad {
        assert!(fault(line, allowed).is_some(), "{line}");
    }
    let good = [
        "12 openat(AT_FDCWD, \"/home/a/article.txt\", O_RDONLY|O_CLOEXEC) = 3",
        "12 openat(AT_FDCWD, \"/tmp/out/x\", O_RDWR|O_CREAT|O_EXCL, 0666) = 3",
        "12 rename(\"/tmp/out/.tmp\", \"/tmp/out/report.html\") = 0",
        "12 execve(\"/usr/bin/crossread\", [\"crossread\"], 0x7ffd) = 0",
    ];
    for line in good {
        assert_eq!(fault(line, allowed), None, "{line}");
    }
}

#[test]
fn the_whole_job_needs_no_network_interface() {
    if !works("unshare", &["--net", "true"]) {
        return;
    }
    let (folder, place) = (sample(&FEW[..2]), tempfile::tempdir().unwrap());
    for (command, name) in WRITERS {
        let out = place.path().join(name);
        let output = Command::new("unshare")
            .args(["--net", "--", PROGRAM, command])
            .arg(folder.path())
            .arg("--out")
            .arg(&out)
            .output()
            .unwrap();
        said(&output, 0);
        assert!(out.exists(), "{command}");
    }
}
