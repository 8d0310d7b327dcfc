//! The scenes on the hand-made traces: what a reader is shown. And on arbitrary ones: every event has its sentence.

use loopscope::player::{Recording, StopKind};
use loopscope::scene::*;
use loopscope::trace::fixtures::{self, Fixture};
use loopscope::trace::*;
use proptest::prelude::*;
use traces::{KINDS, any_log, numbers};

mod traces;

/// A recording with what a stage needs.
struct Show {
    log: Log,
    recording: Recording,
    cast: Cast,
    source: &'static str,
}

impl Show {
    fn of(log: Log, source: &'static str) -> Show {
        let recording = Recording::of(&log);
        let cast = Cast::of(&log, &recording);
        Show { log, recording, cast, source }
    }

    fn stage(&self, lang: Lang) -> Stage<'_> {
        Stage { log: &self.log, recording: &self.recording, cast: &self.cast, source: self.source, lang }
    }

    fn sentences(&self, lang: Lang) -> Vec<String> {
        let stage = self.stage(lang);
        let steps = 0..=self.recording.last_step();
        steps.map(|step| sentence(&stage, &self.recording.world_at(&self.log, step), step).plain()).collect()
    }

    fn step_of_line(&self, line: u16, time: usize) -> u32 {
        let runs = |step: &u32| self.recording.line_of(&self.log, *step).is_some_and(|event| event.line == line);
        (0..=self.recording.last_step()).filter(runs).nth(time - 1).expect("the line runs so often")
    }
}

impl From<Fixture> for Show {
    fn from(fixture: Fixture) -> Show {
        Show::of(fixture.log, fixture.source)
    }
}

/// Everything the page shows of a step, built; the sentence is returned.
fn show_everything(show: &Show, lang: Lang, step: u32, plan: &TimelinePlan) -> String {
    let stage = show.stage(lang);
    let world = show.recording.world_at(&show.log, step);
    let narration = narrate(&stage, &world, step);
    timeline_now(&stage, plan, &world, step);
    loops(&stage, &world);
    threads(&stage, &world);
    objects(&stage, &world, step);
    editor_marks(&stage, &world, step);
    for task in &show.recording.facts().tasks {
        inspector(&stage, &world, Who::Task(task.task));
        why_running(&stage, task.task, step);
    }
    narration.now.plain()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_step_of_any_log_can_be_shown_in_both_languages(numbers in numbers()) {
        let show = Show::of(any_log(&numbers), "x = 1\ny = 2\n");
        for lang in [Lang::En, Lang::Zh] {
            let stage = show.stage(lang);
            for axis in [AxisKind::Clock, AxisKind::Steps] {
                let plan = timeline_plan(&stage, axis, &[]);
                prop_assert!(plan.knots.windows(2).all(|pair| pair[0].0 <= pair[1].0 && pair[0].1 <= pair[1].1));
                for step in 0..=show.recording.last_step() {
                    let sentence = show_everything(&show, lang, step, &plan);
                    prop_assert!(!sentence.is_empty());
                    prop_assert!(!sentence.contains(['{', '}']), "{}", sentence);
                }
            }
            for row in console(&stage, 0, usize::MAX) {
                prop_assert!(why_output(&stage, row.number).len() <= 5);
            }
            scrub_marks(&stage);
            diagnostics(&stage);
        }
    }

    #[test]
    fn a_place_on_the_axis_is_the_step_that_stands_there(numbers in numbers()) {
        let show = Show::of(any_log(&numbers), "");
        let plan = timeline_plan(&show.stage(Lang::En), AxisKind::Steps, &[]);
        for step in 0..=show.recording.last_step() {
            prop_assert_eq!(step_at(&plan.knots, x_of(&plan.knots, step)), step);
        }
    }
}

#[test]
fn arbitrary_logs_hold_every_kind_of_event() {
    let log = any_log(&(0..KINDS).map(|kind| (kind, 0, 0)).collect::<Vec<_>>());
    let text = log.to_json_lines();
    for event in SCHEMA {
        let at = text.find(&["\"type\":\"", event.word, "\""].concat()).unwrap_or_else(|| panic!("{}", event.word));
        let line = text[at..].lines().next().unwrap_or("");
        assert!(event.fields.iter().all(|field| line.contains(&["\"", field.name, "\":"].concat())), "{line}");
    }
}

/// The places of a template, sorted.
fn places(text: &str) -> Vec<&str> {
    let mut places: Vec<&str> =
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect();
    places.sort_unstable();
    places.dedup();
    places
}

#[test]
fn both_languages_of_a_text_have_the_same_places() {
    for (name, template) in TEXTS.into_iter().flatten() {
        assert_eq!(places(template.of(Lang::En)), places(template.of(Lang::Zh)), "{name}");
        assert!(!template.of(Lang::Zh).contains([',', ';', '!', '?']), "{name}: full-width punctuation");
    }
}

#[test]
fn gather_is_told_from_the_first_line_to_the_end() {
    let told = Show::from(fixtures::gather()).sentences(Lang::En);
    for sentence in [
        "Nothing has run yet. One step on, Python runs the first line.",
        "The program runs line 1: import asyncio",
        "asyncio.run(main()) makes an event loop and, of the coroutine, the task main; the task enters the ready queue.",
        "main starts 2 tasks with gather, brew(\"tea\"), brew(\"coffee\"), and waits until all have ended.",
        "brew(\"tea\") begins sleep(2.5): a timer will wake it at 2.500 s. Until then the loop is free for others.",
        "Nothing is ready, so the clock moves on by 1.25 s to 1.250 s: sleep(1.25) of brew(\"coffee\") is due.",
        "brew(\"coffee\") prints “done coffee”.",
        "gather notes that brew(\"tea\") has ended. That was the last, so main enters the ready queue.",
        "The program has ended after 2.500 s, exit status 0.",
    ] {
        assert!(told.iter().any(|said| said == sentence), "{sentence}\n{told:#?}");
    }
}

#[test]
fn gather_is_told_in_chinese() {
    let told = Show::from(fixtures::gather()).sentences(Lang::Zh);
    for sentence in [
        "main用 gather 启动 2 个任务（brew(\"tea\")、brew(\"coffee\")），并等待它们全部结束。",
        "brew(\"coffee\")打印「done coffee」。",
        "程序在 2.500 s 结束，退出状态为 0。",
    ] {
        assert!(told.iter().any(|said| said == sentence), "{sentence}\n{told:#?}");
    }
}

#[test]
fn a_queue_is_told_with_what_is_in_it_and_who_waits() {
    let told = Show::from(fixtures::producer_consumer()).sentences(Lang::En);
    for sentence in [
        "c2 waits for queue, which is empty.",
        "main waits to put 3 into queue, which is full: 1 of 1.",
        "c1 takes 2 from queue; there is a free place, so main enters the ready queue.",
        "main waits until queue is done. Unfinished items: 3.",
        "main asks c1 to be cancelled: its wait ends, and it enters the ready queue.",
        "c1 is cancelled, and ends.",
    ] {
        assert!(told.iter().any(|said| said.contains(sentence)), "{sentence}\n{told:#?}");
    }
}

#[test]
fn a_timeout_is_told_from_its_deadline_to_the_cancellation() {
    let told = Show::from(fixtures::timeout()).sentences(Lang::En);
    for sentence in [
        "main enters timeout: after 1 s it would be cancelled.",
        "The time of timeout is up, so it cancels main.",
        "main is woken by its cancellation: at line 7 CancelledError is raised.",
        "main prints “too slow”.",
    ] {
        assert!(told.iter().any(|said| said.contains(sentence)), "{sentence}\n{told:#?}");
    }
}

#[test]
fn steps_that_pass_quickly_are_told_in_one_sentence() {
    let show = Show::from(fixtures::gather());
    let last = show.recording.last_step();
    let told = |lang, steps| gathered(&show.stage(lang), steps).now.plain();
    assert_eq!(
        told(Lang::En, 0..=last),
        format!(
            "From 0.000 s to 2.500 s, {} steps pass quickly. Who runs: the program, main, brew(\"tea\"), brew(\"coffee\"). Lines of output: 5.",
            last + 1
        )
    );
    let zh = told(Lang::Zh, show.step_of_line(5, 1)..=last);
    assert!(zh.contains("步很快走过。运行的有：") && zh.ends_with("输出 4 行。"), "{zh}");
    assert!(told(Lang::En, 1..=3).starts_with("At 0.000 s, 3 steps pass quickly."));
}

#[test]
fn tasks_are_called_by_what_tells_them_apart() {
    let show = Show::from(fixtures::gather());
    let labels: Vec<&str> = (0..3).map(|index| &*show.cast.by_index(index).label).collect();
    assert_eq!(labels, ["main", "brew(\"tea\")", "brew(\"coffee\")"]);
    let show = Show::of(fixtures::many(3, 1, Options::default()), "");
    assert_eq!(&*show.cast.by_index(2).label, "worker #2");
}

#[test]
fn neighbours_have_different_colours() {
    let show = Show::of(fixtures::many(20, 1, Options::default()), "");
    let colours: Vec<Option<u8>> = (0..21).map(|index| show.cast.by_index(index).colour).collect();
    assert!(colours.windows(2).all(|pair| pair[0] != pair[1]));
}

#[test]
fn a_full_queue_shows_its_item_and_the_putter_who_waits() {
    let show = Show::from(fixtures::producer_consumer());
    let step = show.step_of_line(5, 4);
    let world = show.recording.world_at(&show.log, step);
    let views = objects(&show.stage(Lang::En), &world, step);
    let ObjectBody::Queue { items, free, putters, .. } = &views[0].body else { panic!("a queue") };
    assert_eq!((&*views[0].name, &*views[0].note), ("queue", "full (1 of 1) · 3 unfinished"));
    assert_eq!((&*items.first[0], *free), ("2", Some(0)));
    assert_eq!((&*putters.first[0].chip.label, &*putters.first[0].text), ("main", "3"));
}

#[test]
fn timers_show_when_they_are_due_and_how_long_that_is() {
    let show = Show::from(fixtures::producer_consumer());
    let step = show.step_of_line(5, 4);
    let view = &loops(&show.stage(Lang::En), &show.recording.world_at(&show.log, step))[0];
    let first = &view.timers.first[0];
    assert_eq!((&*first.chip.chip.label, &*first.chip.text), ("c1", "sleep(1.5)"));
    assert_eq!((&*first.due, &*first.left), ("1.500 s", "0.750 s"));
    assert!(view.ready.is_empty() && view.running.is_none());
}

#[test]
fn lanes_stand_in_the_order_of_the_tree_with_their_waits_labelled() {
    let show = Show::from(fixtures::producer_consumer());
    let plan = timeline_plan(&show.stage(Lang::En), AxisKind::Clock, &[]);
    let lanes: Vec<&Lane> =
        plan.rows.iter().filter_map(|row| if let Row::Lane(lane) = row { Some(&**lane) } else { None }).collect();
    let names: Vec<(&str, u8)> = lanes.iter().map(|lane| (&*lane.chip.label, lane.depth)).collect();
    assert_eq!(names, [("main", 0), ("c1", 1), ("c2", 1)]);
    let waits: Vec<&str> = lanes[0]
        .segments
        .iter()
        .filter(|segment| segment.state == LaneState::Waiting)
        .map(|segment| &*plan.labels[segment.label as usize])
        .collect();
    assert_eq!(
        waits,
        ["sleep(0.25)", "sleep(0.25)", "sleep(0.25)", "queue.put", "sleep(0.25)", "sleep(0.25)", "queue.join"]
    );
    assert!(lanes[0].segments.windows(2).all(|pair| pair[0].to == pair[1].from));
}

#[test]
fn an_instant_is_a_band_marked_once_with_its_time() {
    let show = Show::from(fixtures::gather());
    let plan = timeline_plan(&show.stage(Lang::En), AxisKind::Clock, &[]);
    let instants: Vec<&str> =
        plan.ticks.iter().filter(|tick| tick.kind == TickKind::Instant).map(|tick| &*tick.label).collect();
    assert_eq!(instants, ["0 s", "1.25 s", "2.5 s"]);
    assert!(plan.ticks.windows(2).all(|pair| pair[0].x1 < pair[1].x));
}

#[test]
fn many_sisters_fold_into_a_group_with_counts() {
    let show = Show::of(fixtures::many(1_000, 2, Options::default()), "");
    let stage = show.stage(Lang::En);
    let plan = timeline_plan(&stage, AxisKind::Clock, &[]);
    let groups: Vec<&LaneGroup> =
        plan.rows.iter().filter_map(|row| if let Row::Group(group) = row { Some(group) } else { None }).collect();
    assert_eq!(groups.len(), 1);
    assert_eq!((&*groups[0].label, groups[0].members.len()), ("worker", 1_000));
    assert_eq!(groups[0].counts.last().map(|count| count.ended), Some(1_000));
    assert!(plan.rows.len() < 5);
    let unfolded = timeline_plan(&stage, AxisKind::Clock, &["worker".into()]);
    assert!(unfolded.rows.len() > 1_000);
}

#[test]
fn a_group_says_how_many_of_it_run_stand_ready_wait_and_have_ended() {
    let show = Show::of(fixtures::many(1_000, 2, Options::default()), "");
    let stage = show.stage(Lang::En);
    let plan = timeline_plan(&stage, AxisKind::Clock, &[]);
    let Some(Row::Group(group)) = plan.rows.iter().find(|row| matches!(row, Row::Group(_))) else { panic!("a group") };
    let last = show.recording.last_step();
    let at = |step: u32| {
        let now = timeline_now(&stage, &plan, &show.recording.world_at(&show.log, step), step);
        tally(group, &plan, &now)
    };
    assert_eq!(at(0), []);
    assert_eq!(at(last), [(LaneState::Done, 1_000)]);
    for step in (1..=last).step_by(97) {
        let counts = at(step);
        let created = counts.iter().map(|(_, count)| count).sum::<u32>();
        let states: Vec<_> = counts.iter().map(|(state, _)| *state).collect();
        assert!(created <= 1_000 && states.is_sorted_by_key(|state| at_in_life(*state)), "{step}: {counts:?}");
        assert!(counts.iter().all(|(state, count)| *count > 0 && (*state != LaneState::Running || *count == 1)));
    }
}

fn at_in_life(state: LaneState) -> u32 {
    use LaneState::*;
    match state {
        Created | Running | Blocked => 0,
        Ready => 1,
        Waiting => 2,
        Done => 3,
        Failed => 4,
        Cancelled => 5,
    }
}

#[test]
fn why_here_walks_back_to_what_began_it() {
    let show = Show::from(fixtures::gather());
    let stage = show.stage(Lang::En);
    let chain = why_output(&stage, 3);
    let said: Vec<String> = chain.iter().map(|link| link.sentence.plain()).collect();
    assert_eq!(
        said,
        [
            "“done coffee”: printed by line 6, run by brew(\"coffee\").",
            "sleep(1.25) of brew(\"coffee\") came due at 1.250 s. sleep(2.5) of brew(\"tea\") is due only at 2.500 s.",
            "brew(\"coffee\") began sleep(1.25) at 0.000 s, in line 5.",
            "main created brew(\"coffee\") in line 10: it entered the ready queue then.",
            "The program created main in line 14: it entered the ready queue then.",
        ]
    );
    assert!(chain.windows(2).all(|pair| pair[0].step > pair[1].step));
    assert_eq!(show.recording.stop(chain[1].step).kind, StopKind::Clock);
}

#[test]
fn the_lit_line_is_the_one_whose_effect_is_shown() {
    let show = Show::from(fixtures::gather());
    let step = show.step_of_line(6, 1);
    let marks = editor_marks(&show.stage(Lang::En), &show.recording.world_at(&show.log, step), step);
    let lit = marks.lit.expect("a line is lit");
    assert_eq!((lit.line, &*lit.chip.label), (6, "brew(\"coffee\")"));
    let at: Vec<(u32, &str)> = marks.chips.iter().map(|at| (at.line, &*at.chips.first[0].0.label)).collect();
    assert_eq!(at, [(5, "brew(\"tea\")"), (6, "brew(\"coffee\")"), (10, "main")]);
}

#[test]
fn console_rows_know_their_time_and_step() {
    let show = Show::from(fixtures::gather());
    let rows = console(&show.stage(Lang::En), 0, usize::MAX);
    let row = &rows[2];
    assert_eq!((row.number, &*row.text, &*row.time, &*row.seconds), (3, "done coffee", "1.250 s", "1.25"));
    assert_eq!(row.step, show.step_of_line(6, 1));
    assert_eq!(show.recording.line_of(&show.log, row.step).map(|line| line.line), Some(6));
}

#[test]
fn segments_too_narrow_to_draw_are_merged() {
    let show = Show::from(fixtures::producer_consumer());
    let plan = timeline_plan(&show.stage(Lang::En), AxisKind::Steps, &[]);
    let Some(Row::Lane(lane)) = plan.rows.iter().find(|row| matches!(row, Row::Lane(_))) else { panic!("a lane") };
    let all = visible(&lane.segments, 0.0, 1.0, 0.0).len();
    assert_eq!(all, lane.segments.len());
    assert!(visible(&lane.segments, 0.0, 1.0, 0.05).len() < all);
    assert!(visible(&lane.segments, 0.4, 0.6, 0.0).len() < all);
}

#[test]
fn the_timeline_is_drawn_as_a_picture_that_stands_alone() {
    let show = Show::from(fixtures::producer_consumer());
    let svg = timeline_svg(&show.stage(Lang::En));
    assert!(svg.starts_with("<svg xmlns=") && svg.ends_with("</svg>\n"));
    assert!(svg.contains("<title>Timeline of 3 tasks over 4.5 s</title>") && svg.contains(">queue.put</text>"));
    assert!(!svg.contains("href") && !svg.contains("<script"));
    if let Some(folder) = std::env::var_os("LOOPSCOPE_PICTURES") {
        std::fs::write(std::path::Path::new(&folder).join("producer_consumer.svg"), svg).unwrap();
    }
}

#[test]
fn perfetto_gets_a_track_for_each_task() {
    let show = Show::from(fixtures::gather());
    let json = trace_events(&show.stage(Lang::En));
    assert!(json.starts_with("{\"displayTimeUnit\"") && json.ends_with("]}\n"));
    assert_eq!(json.matches("\"thread_name\"").count(), 4);
    assert!(json.contains("\"ts\":0.000,\"dur\":1250000.000,\"name\":\"sleep(1.25)\""));
}
