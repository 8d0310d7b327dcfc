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
