//! The scenes on the hand-made traces: what a reader is shown.

use loopscope::player::Recording;
use loopscope::scene::*;
use loopscope::trace::fixtures::{self, Fixture};

#[test]
fn dump() {
    for f in [fixtures::gather(), fixtures::producer_consumer()] {
        let r = Recording::of(&f.log);
        let cast = Cast::of(&f.log, &r);
        let stage = Stage { log: &f.log, recording: &r, cast: &cast, source: f.source, lang: Lang::En };
        let plan = timeline_plan(&stage, AxisKind::Clock, &[]);
        for row in &plan.rows {
            match row {
                Row::Lane(l) => {
                    eprintln!(
                        "{} {} ({}) depth {} born {} {:?}",
                        l.chip.label, l.name, l.note, l.depth, l.born, l.totals
                    );
                    for s in l.segments.iter() {
                        eprintln!(
                            "    {}..{} {:.3}..{:.3} {:?} {}",
                            s.from, s.to, s.x0, s.x1, s.state, plan.labels[s.label as usize]
                        );
                    }
                }
                Row::Thread(t) => eprintln!("{t:?}"),
                Row::Group(_) => {}
            }
        }
        eprintln!("{:?}", plan.ticks.iter().map(|t| (t.x, t.x1, &*t.label, t.step, t.kind)).collect::<Vec<_>>());
        for a in &plan.arrows {
            eprintln!("{a:?}");
        }
        for step in [4, 12, 38, 41, 47] {
            let w = r.world_at(&f.log, step);
            eprintln!("{step}: {:#?}\n{:#?}", loops(&stage, &w), objects(&stage, &w, step));
            eprintln!(
                "{:?}",
                inspector(&stage, &w, loopscope::trace::TaskId(2)).map(|i| (
                    i.waiting.map(|s| s.plain()),
                    i.created.plain(),
                    i.totals.plain(),
                    i.frames
                ))
            );
        }
        for row in console(&stage, 0) {
            eprintln!("{} {} {:?}", row.time, row.text, row.chip.map(|c| c.label));
            for b in why_output(&stage, row.number) {
                eprintln!("     <- {} {}", b.step, b.sentence.plain());
            }
        }
    }
    let _: Option<Fixture> = None;
}
