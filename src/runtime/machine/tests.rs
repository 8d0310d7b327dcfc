//! Tests of the scheduler and the clock.

use super::*;
use crate::trace::{EventId, Log, ObjectId, ProcessId, Purpose, ThreadId};

fn setup(options: Options) -> (Rc<Machine>, Log, ProcessId) {
    let mut log = Log::new(Default::default());
    let process = log.process_started("main.py");
    (Machine::new(options), log, process)
}

fn run(thread: ThreadId, woken: bool) -> Next {
    Next::Run { thread, woken }
}

#[test]
fn the_clock_jumps_to_the_earliest_deadline_and_ties_go_by_registration() {
    let (m, mut log, process) = setup(Options::default());
    let threads: Vec<ThreadId> = (0..3).map(|_| m.start_thread(&mut log, process, "t", false)).collect();
    for (thread, deadline) in threads.iter().zip([50, 20, 20]) {
        assert_eq!(m.next(&mut log), run(*thread, true));
        m.block(&mut log, Purpose::Sleep, ObjectId::NONE, Some(deadline), "");
    }
    assert_eq!(m.next(&mut log), run(threads[1], false));
    assert_eq!(m.now(), 20);
    assert!(m.wake(&mut log, threads[0], EventId::NONE));
    m.end(&mut log, crate::trace::Outcome::Result, Default::default());
    assert_eq!(m.next(&mut log), run(threads[2], false));
    m.end(&mut log, crate::trace::Outcome::Result, Default::default());
    assert_eq!(m.next(&mut log), run(threads[0], true));
    m.block(&mut log, Purpose::Event, ObjectId::NONE, None, "");
    assert_eq!(m.next(&mut log), Next::Deadlock);
    assert_eq!(m.now(), 20);
}

#[test]
fn a_deadline_beyond_the_limit_ends_the_run_at_the_limit() {
    let (m, mut log, process) = setup(Options { limit: SECOND, ..Options::default() });
    m.start_thread(&mut log, process, "MainThread", false);
    m.next(&mut log);
    m.block(&mut log, Purpose::Sleep, ObjectId::NONE, Some(2 * SECOND), "");
    assert_eq!(m.next(&mut log), Next::TimeLimit);
    assert_eq!(m.now(), SECOND);
}

#[test]
fn long_computing_costs_time_and_busy_waits_end() {
    let (m, mut log, process) = setup(Options::default());
    m.start_thread(&mut log, process, "MainThread", false);
    m.next(&mut log);
    assert_eq!(m.ran(&mut log, 8_000_000), Verdict::Continue);
    assert_eq!(m.now(), 0);
    m.ran(&mut log, 399_999);
    assert_eq!(m.now(), 0);
    m.ran(&mut log, 1);
    assert_eq!(m.now(), 5_000_000);
    for _ in 0..1000 {
        assert_eq!(m.read_clock(&mut log), 5_000_000);
    }
    assert_eq!(m.read_clock(&mut log), 6_000_000);
    m.block(&mut log, Purpose::Sleep, ObjectId::NONE, Some(7_000_000), "");
    m.next(&mut log);
    assert_eq!(m.read_clock(&mut log), 7_000_000);
    assert_eq!(m.ran(&mut log, 8_000_000), Verdict::Continue);
    assert_eq!(m.now(), 7_000_000);
}

#[test]
fn who_computes_for_long_does_not_keep_others_from_their_sockets() {
    let (m, mut log, process) = setup(Options::default());
    let waiting = m.start_thread(&mut log, process, "MainThread", false);
    m.next(&mut log);
    m.start_thread(&mut log, process, "busy", false);
    m.block(&mut log, Purpose::Select, ObjectId::NONE, None, "");
    m.next(&mut log);
    m.wake_when_idle(waiting, EventId::NONE);
    assert_eq!(m.ran(&mut log, 8_000_000), Verdict::Continue);
    assert_eq!(m.ran(&mut log, 400_000), Verdict::GiveWay);
}

#[test]
fn nothing_costs_time_when_the_rules_are_off() {
    let (m, mut log, process) = setup(Options { cpu_cost: Some(0), ..Options::default() });
    m.start_thread(&mut log, process, "MainThread", false);
    m.next(&mut log);
    m.ran(&mut log, 1 << 40);
    (0..5000).for_each(|_| assert_eq!(m.read_clock(&mut log), 0));
    (0..5000).for_each(|_| _ = m.loop_turned(&mut log, true));
    assert_eq!(m.now(), 0);
}

#[test]
fn turns_of_a_busy_loop_cost_time_only_while_a_deadline_is_pending() {
    let (m, mut log, process) = setup(Options::default());
    m.start_thread(&mut log, process, "MainThread", false);
    m.next(&mut log);
    (0..5000).for_each(|_| _ = m.loop_turned(&mut log, false));
    assert_eq!(m.now(), 0);
    (0..1001).for_each(|_| _ = m.loop_turned(&mut log, true));
    assert_eq!(m.now(), 100_000);
    m.loop_turned(&mut log, true);
    assert_eq!(m.now(), 200_000);
}

#[test]
fn a_lock_released_goes_to_the_longest_waiter_unless_it_is_taken_again() {
    let (m, mut log, process) = setup(Options::default());
    let a = m.start_thread(&mut log, process, "a", false);
    let b = m.start_thread(&mut log, process, "b", false);
    m.next(&mut log);
    let lock = Lock::new();
    assert!(lock.try_acquire(a));
    lock.release(&m, EventId::NONE);
    assert!(lock.try_acquire(a), "free at once");
    m.give_way(&mut log);
    assert_eq!(m.next(&mut log), run(b, true));
    assert!(!lock.try_acquire(b));
}

#[test]
fn ctrl_c_reaches_the_group_and_any_other_signal_one_process() {
    let (m, mut log, process) = setup(Options::default());
    m.start_thread(&mut log, process, "MainThread", false);
    let program = m.process_by_id(process);
    let child = m.add_process(ProcessId(2), program.pid.get());
    let apart = m.add_process(ProcessId(3), program.pid.get());
    apart.group.set(apart.pid.get());
    let (interrupt, end) = (2, 15);
    program.signals.schedule(SECOND, interrupt);
    program.signals.schedule(SECOND, end);
    m.next(&mut log);
    m.block(&mut log, Purpose::Sleep, ObjectId::NONE, Some(2 * SECOND), "");
    m.next(&mut log);
    let come = |p: &Process| p.signals.take().into_iter().map(|(signal, _)| signal).collect::<Vec<_>>();
    assert_eq!([come(&program), come(&child), come(&apart)], [vec![interrupt, end], vec![interrupt], vec![]]);
}

#[test]
fn a_signal_for_a_main_thread_that_computes_moves_nobody_in_the_queue() {
    let (m, mut log, process) = setup(Options::default());
    let main = m.start_thread(&mut log, process, "MainThread", false);
    assert_eq!(m.next(&mut log), run(main, true));
    m.compute(SECOND);
    m.process_by_id(process).signals.send(2);
    assert_eq!(m.next(&mut log), run(main, true));
    assert_eq!(m.now(), SECOND);
}
