//! A run as the page tells it, step by step, as text: `cargo run --example narrate -- FILE.py [zh]`.

use loopscope::player::{Recording, StopKind};
use loopscope::scene::{Cast, Lang, ObjectBody, Stage, console, diagnostics, loops, narrate, objects, why_output};
use loopscope::session::{Options, Session, Status};

fn main() {
    let mut words = std::env::args().skip(1);
    let file = words.next().expect("a file is named");
    let lang = if words.next().as_deref() == Some("zh") { Lang::Zh } else { Lang::En };
    let source = std::fs::read_to_string(&file).expect("the file can be read");
    let Ok(mut session) = Session::new(&source, Options::default()) else { panic!("the program compiles") };
    while session.advance(1_000_000) == Status::Running {}
    let log = session.log();
    let recording = Recording::of(log);
    let cast = Cast::of(log, &recording);
    let stage = Stage { log, recording: &recording, cast: &cast, source: &source, lang };
    for step in 0..=recording.last_step().min(2_000) {
        let world = recording.world_at(log, step);
        let stop = recording.stop(step);
        let line = recording.line_of(log, step).map_or(String::new(), |line| format!("L{}", line.line));
        let kind = if stop.kind == StopKind::Line { line } else { format!("{:?}", stop.kind) };
        let said = narrate(&stage, &world, step);
        let queue: Vec<String> = loops(&stage, &world)
            .iter()
            .map(|view| {
                let ready: Vec<String> = view.ready.first.iter().map(|chip| chip.chip.label.to_string()).collect();
                let timers: Vec<String> =
                    view.timers.first.iter().map(|timer| format!("{} {}", timer.chip.chip.label, timer.due)).collect();
                format!("turn {} ready [{}] timers [{}]", view.turn, ready.join(" "), timers.join(", "))
            })
            .collect();
        println!("{step:4} {:>10} {kind:8} {}   {}", world.clock as f64 / 1e9, said.now.plain(), queue.join(" | "));
        for object in objects(&stage, &world, step).iter().filter(|object| object.touched) {
            println!("{:24}   [{} {} {}] {}", "", object.kind, object.name, object.note, words_of(&object.body));
        }
    }
    for row in console(&stage, 0, usize::MAX).iter().take(50) {
        println!("{} {}", row.time, row.text);
        for link in why_output(&stage, row.number).iter().skip(1) {
            println!("      <- {} {}", link.step, link.sentence.plain());
        }
    }
    for found in diagnostics(&stage) {
        println!(
            "{:?} {} line {} at step {}: {}",
            found.severity,
            found.code,
            found.line,
            found.step,
            found.text.plain()
        );
    }
}

fn words_of(body: &ObjectBody) -> String {
    match body {
        ObjectBody::Queue { items, putters, getters, .. } => {
            format!("items {:?} putters {} getters {}", items.first, putters.total(), getters.total())
        }
        ObjectBody::Held { holders, waiters, .. } => {
            let holders: Vec<&str> = holders.first.iter().map(|chip| &*chip.label).collect();
            format!("holders {holders:?} waiters {}", waiters.total())
        }
        ObjectBody::Scope { members, ended, of, .. } => format!("{} members, {ended} of {of} ended", members.total()),
        _ => String::new(),
    }
}
