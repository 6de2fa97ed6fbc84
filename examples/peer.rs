//! local evaluation without ingest
use crossread::export::{Side, analysis_json, comparison_json};
use crossread::ingest::{Cancel, Ingested};
use crossread::model::{Article, ArticleId, Published};
use crossread::pipeline;
use std::path::Path;
fn article(path: &Path, rel: &str, id: &str) -> Article {
    Article {
        id: ArticleId::new(id),
        path: rel.into(),
        file: None,
        format: "plain text".into(),
        title: None,
        outlet: None,
        byline: None,
        agency: None,
        url: None,
        language: None,
        published: Published::unknown(),
        text: std::fs::read_to_string(path).unwrap(),
        removed: vec![],
    }
}
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let out = a
        .iter()
        .position(|x| x == "--out")
        .map(|i| a[i + 1].clone())
        .unwrap();
    if a[1] == "analyze" {
        let mut files: Vec<_> = Vec::new();
        let mut dirs = vec![Path::new(&a[2]).to_path_buf()];
        while let Some(d) = dirs.pop() {
            for e in std::fs::read_dir(d).unwrap() {
                let p = e.unwrap().path();
                if p.is_dir() {
                    dirs.push(p);
                } else {
                    files.push(p);
                }
            }
        }
        files.sort();
        let articles = files
            .iter()
            .map(|p| {
                let r = p.strip_prefix(&a[2]).unwrap().to_string_lossy().to_string();
                article(p, &r, &r)
            })
            .collect();
        let c = pipeline::analyse(
            Ingested {
                articles,
                skipped: vec![],
            },
            &Cancel::default(),
            &|_| (),
        )
        .unwrap();
        std::fs::write(out, analysis_json(&c).to_string()).unwrap();
    } else {
        let c = pipeline::analyse(
            Ingested {
                articles: vec![
                    article(Path::new(&a[2]), &a[2], "l"),
                    article(Path::new(&a[3]), &a[3], "r"),
                ],
                skipped: vec![],
            },
            &Cancel::default(),
            &|_| (),
        )
        .unwrap();
        let [l, r] = c.documents.as_slice() else {
            panic!()
        };
        let cmp = crossread::compare::compare(l, r);
        std::fs::write(
            out,
            comparison_json(
                Side {
                    path: &a[2],
                    document: l,
                },
                Side {
                    path: &a[3],
                    document: r,
                },
                &cmp,
            )
            .to_string(),
        )
        .unwrap();
    }
}
