//! How the time and the memory of a collection grow: `cargo bench --bench scale`.
//!
//! Makes collections (`made`) of 5, 100 and 1,000 articles, or those of `CROSSREAD_BENCH_ARTICLES`
//! ("5 100 1000 10000"), and opens each as the window does: cold, warm (everything in the cache),
//! and with one article more. `CROSSREAD_BENCH_PARTS=1` makes them short (some 160 words, not 500).
//! `CROSSREAD_BENCH_FOLDER` opens a folder of one's own instead;
//! `CROSSREAD_BENCH_WORK` names a folder that is kept, so that a second run begins warm.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench may stop"
)]

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crossread::ingest::{self, Cancel, Known, Order};
use crossread::pipeline::{self, Cache, Collection};
use crossread::review::Review;

mod made;

fn main() {
    let start = Instant::now();
    pipeline::engine().expect("the embedded weights are whole");
    let ready = start.elapsed().as_secs_f64() * 1e3;
    say(&format!("engine ready after {ready:.0} ms, {}", memory()));
    let own = tempfile::tempdir().expect("a temporary folder");
    let work = std::env::var_os("CROSSREAD_BENCH_WORK").map(PathBuf::from);
    let work = work.unwrap_or_else(|| own.path().to_owned());
    if let Some(folder) = std::env::var_os("CROSSREAD_BENCH_FOLDER") {
        let cache = work.join("cache");
        open("cold", Path::new(&folder), &cache);
        open("warm", Path::new(&folder), &cache);
        return;
    }
    let parts = std::env::var("CROSSREAD_BENCH_PARTS").ok();
    let parts = parts.and_then(|parts| parts.parse().ok()).unwrap_or(3);
    let sizes = std::env::var("CROSSREAD_BENCH_ARTICLES").unwrap_or("5 100 1000".to_owned());
    for size in sizes
        .split_whitespace()
        .filter_map(|size| size.parse().ok())
    {
        let (folder, cache) = (
            work.join(format!("articles-{size}")),
            work.join(format!("cache-{size}")),
        );
        if !folder.exists() {
            let words = made::write(&folder, size, parts);
            say(&format!("\n{size} articles, {words} words"));
        }
        open("cold", &folder, &cache);
        open("warm", &folder, &cache);
        made::write(&folder, size + 1, parts);
        open("one article more", &folder, &cache);
        let last = folder
            .join(format!("{:04}", size / 500))
            .join(format!("article-{size:06}.txt"));
        std::fs::remove_file(last).expect("the article that was added");
    }
}

/// Opens a folder as the window does, and says how long each stage takes.
fn open(what: &str, folder: &Path, cache: &Path) {
    let whole = Clock::start();
    let clock = Clock::start();
    let cancel = Cancel::default();
    let kept = Cache::at(cache);
    let known = kept.as_ref().map(|kept| kept as &dyn Known);
    let ingested = {
        let roots = [folder.to_owned()];
        let order = Order {
            known,
            ..Order::new(&roots)
        };
        ingest::read(&order, &cancel, &|_| ())
    };
    let (articles, skipped) = (ingested.articles.len(), ingested.skipped.len());
    let read = clock.stop();
    let clock = Cell::new(Clock::start());
    let stages = std::sync::Mutex::new((String::new(), clock));
    let collection = pipeline::analyse_known(ingested, kept.as_ref(), &cancel, &|step| {
        if matches!(step, pipeline::Step::Gathering) {
            let mut stages = stages.lock().expect("no panic");
            stages.0 = stages.1.replace(Clock::start()).stop();
        }
    })
    .expect("the embedded weights are whole");
    let (analysed, clock) = stages.into_inner().expect("no panic");
    let gathered = clock.into_inner().stop();
    let words = words(&collection);
    let claims = collection.analysis.claims.len();
    let clock = Clock::start();
    let review = Review::of("Bench".to_owned(), vec![folder.to_owned()], collection);
    let shown = clock.stop();
    say(&format!(
        "{what}: {articles} articles ({skipped} left aside), {words} words, {claims} claims: \
         {}\n    files {read}; each article {analysed}; together {gathered}; ready to show {shown}; {}",
        whole.stop(),
        memory()
    ));
    drop(review);
}

fn words(collection: &Collection) -> usize {
    let documents = &collection.documents;
    documents
        .iter()
        .map(|document| document.parsed.words.len())
        .sum()
}

/// Time on the wall and of all cores.
struct Clock {
    wall: Instant,
    cores: f64,
}

impl Clock {
    fn start() -> Self {
        Self {
            wall: Instant::now(),
            cores: core_seconds(),
        }
    }

    fn stop(&self) -> String {
        let wall = self.wall.elapsed().as_secs_f64();
        format!(
            "{wall:.2} s ({:.2} s of cores)",
            core_seconds() - self.cores
        )
    }
}

/// Seconds that this process has spent on cores, where the system tells it (Linux); else 0.
fn core_seconds() -> f64 {
    let Ok(stat) = std::fs::read_to_string("/proc/self/stat") else {
        return 0.0;
    };
    let fields: Vec<&str> = stat
        .rsplit(')')
        .next()
        .unwrap_or_default()
        .split(' ')
        .collect();
    let ticks = |at: usize| fields.get(at).and_then(|field| field.parse::<f64>().ok());
    // Fields 14 and 15 of the whole line, in hundredths of a second.
    (ticks(12).unwrap_or(0.0) + ticks(13).unwrap_or(0.0)) / 100.0
}

/// Memory in use and the most that was, where the system tells it (Linux).
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let of = |name: &str| {
        let line = status.lines().find(|line| line.starts_with(name))?;
        line.split_whitespace().nth(1)?.parse::<f64>().ok()
    };
    let megabytes = |name| of(name).unwrap_or(0.0) / 1024.0;
    format!(
        "memory {:.0} MB, at most {:.0} MB",
        megabytes("VmRSS:"),
        megabytes("VmHWM:")
    )
}

#[expect(clippy::print_stdout, reason = "the figures are the result")]
fn say(line: &str) {
    println!("{line}");
}
