//! The laws of the player on arbitrary logs, and what it makes of the hand-made traces.

use loopscope::player::{
    Anchor, Beat, Granularity, Place, PlaceError, Recording, StopKind, TaskState, World, last_step,
};
use loopscope::trace::fixtures::{self, Fixture, Op, Script};
use loopscope::trace::*;
use proptest::prelude::*;
use traces::{any_log, begun_log, emit, numbers};

mod traces;

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn seeking_to_a_step_gives_the_world_that_folding_gives(numbers in numbers(), to in any::<prop::sample::Index>()) {
        let log = any_log(&numbers);
        let recording = Recording::of(&log);
        let step = to.index(recording.last_step() as usize + 1) as u32;
        let mut folded = World::default();
        for step in 0..=step {
            recording.advance(&log, &mut folded, step);
        }
        prop_assert_eq!(recording.world_at(&log, step), folded);
    }

    #[test]
    fn back_after_forward_is_where_it_was(numbers in numbers(), from in any::<prop::sample::Index>()) {
        let log = any_log(&numbers);
        let recording = Recording::of(&log);
        for grain in [Granularity::Line, Granularity::Switch, Granularity::Turn] {
            let from = recording.step_before(from.index(recording.last_step() as usize + 1) as u32, grain);
            let forward = recording.step_after(from, grain);
            if forward > from {
                prop_assert_eq!(recording.step_before(forward, grain), from);
            }
        }
    }

    #[test]
    fn a_recording_that_grew_equals_one_made_at_once(numbers in numbers(), cut in any::<prop::sample::Index>()) {
        let mut log = begun_log();
        let cut = cut.index(numbers.len() + 1);
        emit(&mut log, &numbers[..cut]);
        let mut grown = Recording::of(&log);
        emit(&mut log, &numbers[cut..]);
        grown.extend(&log);
        let whole = Recording::of(&log);
        prop_assert_eq!(last_step(&log), whole.last_step());
        for step in 0..=whole.last_step() {
            prop_assert_eq!(grown.world_at(&log, step), whole.world_at(&log, step));
        }
        prop_assert_eq!(grown.stops(), whole.stops());
    }

    #[test]
    fn every_event_belongs_to_exactly_one_step(numbers in numbers()) {
        let log = any_log(&numbers);
        let recording = Recording::of(&log);
        let mut at = 0;
        for step in 0..=recording.last_step() {
            let events = recording.events_of(step);
            prop_assert_eq!(events.start, at);
            for event in events.clone() {
                prop_assert_eq!(recording.step_of(EventId(event)), step);
            }
            at = events.end;
        }
        prop_assert_eq!(at as usize, log.len());
        for lane in (0..recording.facts().tasks.len()).map(|index| recording.lane(index)) {
            for change in lane {
                prop_assert_eq!(change.step, recording.step_of(change.event));
            }
        }
    }

    #[test]
    fn playing_reaches_the_end(numbers in numbers()) {
        let log = any_log(&numbers);
        let recording = Recording::of(&log);
        let mut step = 0;
        while step < recording.last_step() {
            let pace = recording.pace(&log, step, Granularity::Line);
            prop_assert!(pace.next > step && pace.stay_ms > 0.0);
            step = pace.next;
        }
    }
}

fn recorded(fixture: Fixture) -> (Log, Recording) {
    let recording = Recording::of(&fixture.log);
    (fixture.log, recording)
}

fn step_of(log: &Log, recording: &Recording, place: &str) -> u32 {
    Place::parse(place).and_then(|place| place.resolve(log, recording)).unwrap()
}

#[test]
fn a_line_that_waits_shows_the_task_waiting() {
    let (log, recording) = recorded(fixtures::gather());
    let step = step_of(&log, &recording, "L5");
    let world = recording.world_at(&log, step);
    assert_eq!(world.tasks.get(1).unwrap().state, TaskState::Waiting);
    assert_eq!(world.loops[0].timers.len(), 1);
}

#[test]
fn at_the_step_of_a_printed_line_its_task_runs_at_that_time() {
    let (log, recording) = recorded(fixtures::producer_consumer());
    for line in recording.console() {
        let world = recording.world_at(&log, line.step);
        assert_eq!(world.running_task(), Some(line.task));
        assert_eq!(world.clock, line.ns);
    }
}

#[test]
fn places_resolve_to_their_steps() {
    let (log, recording) = recorded(fixtures::gather());
    assert_eq!(step_of(&log, &recording, "0"), 0);
    assert_eq!(step_of(&log, &recording, "end"), recording.last_step());
    let second = step_of(&log, &recording, "L6#2");
    assert_eq!(recording.line_of(&log, second).unwrap().line, 6);
    assert_eq!(recording.time_of(&log, second), 2_500_000_000);
    let clock = step_of(&log, &recording, "1.25s");
    assert_eq!(recording.stop(clock).kind, StopKind::Clock);
    assert_eq!(step_of(&log, &recording, "1.3s"), step_of(&log, &recording, "2.5s") - 1);
    let printed = step_of(&log, &recording, "out:3");
    assert_eq!(recording.console()[2].step, printed);
    assert_eq!(recording.console()[2].text(&log), "done coffee");
}

#[test]
fn a_place_that_is_not_there_says_why_and_where_to_stand() {
    let (log, recording) = recorded(fixtures::gather());
    let last = recording.last_step();
    let error = |place: &str| Place::parse(place).and_then(|place| place.resolve(&log, &recording)).unwrap_err();
    assert_eq!(error("9999"), PlaceError::NoSuchStep { last });
    assert_eq!(error("3s"), PlaceError::AfterEnd { end_ns: 2_500_000_000, last });
    assert!(matches!(error("L6#3"), PlaceError::LineRuns { line: 6, times: 2, .. }));
    assert!(matches!(error("L13"), PlaceError::LineRuns { times: 0, nearest: 0, .. }));
    assert!(matches!(error("out:9"), PlaceError::NoSuchOutput { lines: 5, .. }));
    for wrong in ["", "L", "L0", "x", "-1", "1.s.", "out:", "1e3", "0x10", "Lx#1", "L1#0", "99999999999"] {
        assert_eq!(error(wrong), PlaceError::Syntax, "{wrong}");
    }
}

#[test]
fn granularities_go_as_far_as_they_say() {
    let (log, recording) = recorded(fixtures::gather());
    let first = recording.step_after(0, Granularity::Switch);
    assert_eq!(recording.stop(first).kind, StopKind::Taken);
    let turn = recording.step_after(first, Granularity::Turn);
    assert!(recording.stop(turn).is_turn());
    assert_eq!(recording.step_after(recording.last_step(), Granularity::Line), recording.last_step());
    assert_eq!(recording.step_before(0, Granularity::Turn), 0);
    let _ = log;
}

#[test]
fn a_switch_stays_longer_than_a_line_and_a_wait_its_time() {
    let (log, recording) = recorded(fixtures::gather());
    let line = recording.pace(&log, step_of(&log, &recording, "L4"), Granularity::Line);
    assert_eq!((line.stay_ms, line.wait_ms), (350.0, 0.0));
    let before_clock = step_of(&log, &recording, "1.25s") - 1;
    let wait = recording.pace(&log, before_clock, Granularity::Line);
    assert_eq!((wait.wait_ms, wait.waited_ms), (1250.0, 1250.0));
    let taken = recording.step_after(0, Granularity::Switch);
    assert_eq!(recording.pace(&log, taken, Granularity::Line).stay_ms, 700.0);
}

#[test]
fn a_crowded_instant_takes_six_seconds_in_all() {
    let log = fixtures::many(500, 1, Options::default());
    let recording = Recording::of(&log);
    let end = *recording.instant_of(&log, 0).end();
    let (mut step, mut quiet, mut most) = (1, 0.0, 1);
    while step < end {
        let pace = recording.pace(&log, step, Granularity::Line);
        if !recording.stop(step).has_output() {
            quiet += pace.stay_ms;
        }
        most = most.max(pace.group);
        step = pace.next;
    }
    assert!((5_000.0..6_500.0).contains(&quiet), "{quiet}");
    assert!(most > 1, "its stops move in groups");
}

#[test]
fn lines_beyond_a_stretch_are_one_stop_with_their_count() {
    let mut log = Log::new(Options::default());
    let process = log.process_started("main.py");
    let main = log.thread_started(process, "MainThread", false);
    log.thread_running(main);
    let code = log.code("<module>", "<module>", "main.py", 1);
    for _ in 0..100_000 {
        log.line(code, 2);
    }
    log.run_ended(EndReason::Finished, 0, TextId::NONE);
    let recording = Recording::of(&log);
    let counted = recording.last_step() - 1;
    assert_eq!(recording.stop(counted).kind, StopKind::Counted);
    assert_eq!(log.lines().count(recording.line_index(counted).unwrap()), 98_000);
    assert_eq!(counted, 2_001);
}

#[test]
fn a_full_log_notes_it_and_keeps_its_end() {
    let log = fixtures::many(50, 1_000, Options { events: 10_000, ..Options::default() });
    assert_eq!(log.full(), Some(Full::Events));
    assert_eq!(log.len(), 10_001);
    assert!(matches!(log.entry(10_000).event, Event::RunEnded { .. }));
}

#[test]
fn output_beyond_its_bound_fills_the_log() {
    let mut log = Log::new(Options { output_bytes: 10, ..Options::default() });
    assert!(log.output_written(Stream::Stdout, "123456\n").is_some());
    assert!(log.output_written(Stream::Stdout, "1234\n").is_none());
    assert_eq!(log.full(), Some(Full::Output));
    assert_eq!(log.output(), "123456\n");
}

#[test]
fn without_recording_only_output_and_the_end_are_kept() {
    let log = fixtures::run_with(
        Options { record: false, ..Options::default() },
        "",
        1,
        vec![Script { name: "main", args: "", task_name: None, ops: vec![Op::Sleep("1"), Op::Print("x\n")] }],
    );
    assert_eq!(log.output(), "x\n");
    assert_eq!(log.len(), 2);
    let recording = Recording::of(&log);
    assert_eq!(recording.console()[0].ns, 1_000_000_000);
}

#[test]
fn pieces_of_a_line_are_put_together_where_it_is_completed() {
    let mut log = Log::new(Options::default());
    let process = log.process_started("main.py");
    let main = log.thread_started(process, "MainThread", false);
    log.thread_running(main);
    log.output_written(Stream::Stdout, "one ");
    log.clock_advanced(5);
    log.output_written(Stream::Stderr, "oops\n");
    log.output_written(Stream::Stdout, "two\nthree");
    log.run_ended(EndReason::Finished, 0, TextId::NONE);
    let recording = Recording::of(&log);
    let lines: Vec<(Stream, String, u64)> =
        recording.console().iter().map(|line| (line.stream, line.text(&log), line.ns)).collect();
    assert_eq!(
        lines,
        [
            (Stream::Stderr, "oops".to_string(), 5),
            (Stream::Stdout, "one two".to_string(), 5),
            (Stream::Stdout, "three".to_string(), 5)
        ]
    );
}

#[test]
fn the_export_is_a_json_object_a_line_with_its_version_first() {
    let (log, _) = recorded(fixtures::producer_consumer());
    let text = log.to_json_lines();
    assert!(text.starts_with("{\"format\":\"loopscope-trace\",\"version\":2,"));
    assert_eq!(text.lines().count(), 1 + log.codes().len() + log.len() + log.lines().len());
    assert!(text.lines().all(|line| line.starts_with('{') && line.ends_with('}')));
}

#[test]
fn a_step_sounds_like_the_most_telling_thing_in_it() {
    let (log, recording) = recorded(fixtures::producer_consumer());
    let beats: Vec<Beat> = (0..=recording.last_step()).map(|step| recording.beat(&log, step)).collect();
    assert_eq!(beats[0], Beat::Plain);
    for (step, beat) in beats.iter().enumerate() {
        let stop = recording.stop(step as u32);
        assert!(!stop.has_output() || *beat >= Beat::Output, "step {step}: {beat:?}");
        assert!(stop.kind != StopKind::Clock || *beat >= Beat::Timer, "step {step}: {beat:?}");
    }
    for beat in [Beat::Plain, Beat::Begins, Beat::Waits, Beat::Timer, Beat::Output] {
        assert!(beats.contains(&beat), "{beat:?}");
    }
}

#[test]
fn an_anchor_finds_its_step_again() {
    let (log, recording) = recorded(fixtures::producer_consumer());
    for step in 0..=recording.last_step() {
        let anchor = recording.anchor(&log, step);
        assert_eq!(Anchor::parse(&anchor.to_text()), Some(anchor.clone()), "{}", anchor.to_text());
        if recording.line_of(&log, step).is_some() {
            assert_eq!(recording.find_anchor(&log, &anchor), (step, true));
        }
    }
    let gone = Anchor { task: "nobody".to_string(), line: 99, time: 1, ns: 1_500_000_000 };
    let (step, exact) = recording.find_anchor(&log, &gone);
    assert_eq!((recording.time_of(&log, step), exact), (1_500_000_000, false));
}
