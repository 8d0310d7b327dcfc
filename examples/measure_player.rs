//! Measures the player on a full log: `cargo run --release --example measure_player`.
#![allow(clippy::disallowed_methods, reason = "a measurement reads the host's clock")]

use loopscope::player::Recording;
use loopscope::scene::{AxisKind, Cast, Lang, Stage, console, narrate, objects, timeline_now, timeline_plan};
use loopscope::trace::{Options, fixtures};
use std::hint::black_box;
use std::time::{Duration, Instant};

fn main() {
    for (workers, rounds) in [(10, 100_000), (1_000, 1_000), (10_000, 100)] {
        let log = fixtures::many(workers, rounds, Options::default());
        println!(
            "{workers} tasks: {} events, {} bytes an event, text and lines included",
            log.len(),
            log.bytes() / log.len()
        );
        let start = Instant::now();
        let recording = Recording::of(&log);
        let steps = recording.last_step();
        println!("  index: {:?}, {steps} steps, {} keyframes", start.elapsed(), recording.keyframes());
        time("seek", |number| drop(black_box(recording.world_at(&log, number * 7_919 % steps))));
        let start = Instant::now();
        let cast = Cast::of(&log, &recording);
        let stage = Stage { log: &log, recording: &recording, cast: &cast, source: "", lang: Lang::En };
        println!("  cast: {:?}", start.elapsed());
        let start = Instant::now();
        let plan = timeline_plan(&stage, AxisKind::Clock, &[]);
        println!("  timeline, whole: {:?}, {} rows, {} arrows", start.elapsed(), plan.rows.len(), plan.arrows.len());
        let start = Instant::now();
        println!("  console, whole: {} rows, {:?}", console(&stage, 0, usize::MAX).len(), start.elapsed());
        let world = recording.world_at(&log, steps / 2);
        time("timeline, a step", |_| drop(black_box(timeline_now(&stage, &plan, &world, steps / 2))));
        time("narration, a step", |_| drop(black_box(narrate(&stage, &world, steps / 2))));
        time("objects, a step", |_| drop(black_box(objects(&stage, &world, steps / 2))));
    }
}

/// The mean and the worst of many runs.
fn time(what: &str, run: impl Fn(u32)) {
    let times: Vec<Duration> = (0..200)
        .map(|number| {
            let start = Instant::now();
            run(number);
            start.elapsed()
        })
        .collect();
    let mean = times.iter().sum::<Duration>() / times.len() as u32;
    println!("  {what}: {mean:?}, at worst {:?}", times.iter().max().unwrap_or(&mean));
}
