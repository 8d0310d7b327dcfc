//! Laws of the player, and what it makes of the hand-made traces.

use loopscope::player::{Granularity, Place, PlaceError, Recording, World};
use loopscope::trace::{Log, fixtures};

fn text(log: &Log) -> Vec<String> {
    Recording::of(log).console().iter().map(|line| line.text(log)).collect()
}

#[test]
fn dump() {
    let f = fixtures::producer_consumer();
    eprintln!("{}", f.log.to_json_lines());
    let r = Recording::of(&f.log);
    for (i, s) in r.stops().iter().enumerate() {
        eprintln!(
            "{i} {:?} {:?} {} turn {} sw {}",
            s.kind,
            r.line_of(&f.log, i as u32).map(|l| l.line),
            r.time_of(&f.log, i as u32),
            s.is_turn(),
            s.is_switch()
        );
    }
    eprintln!("{:?}", text(&f.log));
    let _ = (Granularity::Line, Place::End, PlaceError::Syntax, World::default());
}

#[test]
fn dump_narration() {
    use loopscope::scene::*;
    for (name, f) in [
        ("gather", fixtures::gather()),
        ("as", fixtures::as_completed()),
        ("timeout", fixtures::timeout()),
        ("pc", fixtures::producer_consumer()),
    ] {
        let r = Recording::of(&f.log);
        let cast = Cast::of(&f.log, &r);
        for lang in [Lang::En, Lang::Zh] {
            eprintln!("== {name}");
            let stage = Stage { log: &f.log, recording: &r, cast: &cast, source: f.source, lang };
            for step in 0..=r.last_step() {
                let n = narrate(&stage, &r.world_at(&f.log, step), step);
                eprintln!("{step}: {}   || {}", n.now.plain(), n.next.map_or(String::new(), |n| n.plain()));
            }
        }
    }
}
