//! asyncio's classes, made once for each interpreter, since programs may set their attributes.

use std::rc::Rc;

use super::queues::Order;
use super::{
    as_completed, barrier, callbacks, class_members, condition, contextvars, events, future_class, future_iter,
    handle_class, locks, loop_class, missing, mixins, policies, queue_class, runners, semaphore, taskgroups, timeouts,
};
use crate::objects::class::Class;

/// The classes by name.
pub struct Classes {
    pub future: Rc<Class>,
    pub task: Rc<Class>,
    pub gathering_future: Rc<Class>,
    pub future_iter: Rc<Class>,
    pub handle: Rc<Class>,
    pub timer_handle: Rc<Class>,
    pub abstract_event_loop: Rc<Class>,
    pub base_event_loop: Rc<Class>,
    pub event_loop: Rc<Class>,
    pub abstract_policy: Rc<Class>,
    pub base_policy: Rc<Class>,
    pub policy: Rc<Class>,
    pub loop_bound: Rc<Class>,
    pub context_manager: Rc<Class>,
    pub lock: Rc<Class>,
    pub event: Rc<Class>,
    pub condition: Rc<Class>,
    pub semaphore: Rc<Class>,
    pub bounded_semaphore: Rc<Class>,
    pub barrier: Rc<Class>,
    pub queue: Rc<Class>,
    pub priority_queue: Rc<Class>,
    pub lifo_queue: Rc<Class>,
    pub timeout: Rc<Class>,
    pub task_group: Rc<Class>,
    pub runner: Rc<Class>,
    pub as_completed: Rc<Class>,
    pub callback: Rc<Class>,
    pub step: Rc<Class>,
    pub context: Rc<Class>,
    pub context_var: Rc<Class>,
    pub token: Rc<Class>,
}

impl Classes {
    pub fn build() -> Classes {
        let future = future_class::future_class();
        let handle = handle_class::handle_class();
        let abstract_event_loop = missing::abstract_methods(events::abstract_event_loop_class()).finish();
        let base_event_loop = loop_class::base_event_loop_class(&abstract_event_loop);
        let event_loop = loop_class::event_loop_class(&base_event_loop);
        let abstract_policy =
            missing::abstract_policy_methods(events::abstract_class("AbstractEventLoopPolicy")).finish();
        let (loop_bound, context_manager) = (mixins::loop_bound_class(), locks::context_manager_class());
        let entered = [&context_manager, &loop_bound];
        let semaphore = semaphore::semaphore_class(&entered);
        let queue = queue_class::queue_class(&[&loop_bound]);
        let base_policy = policies::base_policy_class(&abstract_policy);
        let callback = callbacks::callback_class();
        let made = Classes {
            task: future_class::task_class(&future),
            gathering_future: future_class::gathering_future_class(&future),
            future,
            future_iter: future_iter::future_iter_class(),
            timer_handle: handle_class::timer_handle_class(&handle),
            handle,
            abstract_event_loop,
            base_event_loop,
            policy: policies::policy_class(&base_policy, &event_loop),
            event_loop,
            abstract_policy,
            base_policy,
            lock: locks::lock_class(&entered),
            event: locks::event_class(&[&loop_bound]),
            condition: condition::condition_class(&entered),
            bounded_semaphore: semaphore::bounded_semaphore_class(&semaphore),
            semaphore,
            barrier: barrier::barrier_class(&[&loop_bound]),
            priority_queue: queue_class::derived_class(Order::Priority, &queue),
            lifo_queue: queue_class::derived_class(Order::Lifo, &queue),
            queue,
            timeout: timeouts::timeout_class(),
            task_group: taskgroups::task_group_class(),
            runner: runners::runner_class(),
            as_completed: as_completed::as_completed_class(),
            step: callbacks::step_class(&callback),
            callback,
            context: contextvars::context_class(),
            context_var: contextvars::context_var_class(),
            token: contextvars::token_class(),
            loop_bound,
            context_manager,
        };
        made.complete();
        made
    }

    /// Gives those that are Python in CPython what a `class` statement does: with each the line at which its own begins.
    fn complete(&self) {
        let statements = [
            (&self.abstract_event_loop, 221),
            (&self.base_event_loop, 418),
            (&self.event_loop, 58),
            (&self.handle, 29),
            (&self.timer_handle, 108),
            (&self.abstract_policy, 632),
            (&self.base_policy, 666),
            (&self.policy, 1477),
            (&self.loop_bound, 9),
            (&self.context_manager, 12),
            (&self.lock, 23),
            (&self.event, 158),
            (&self.condition, 219),
            (&self.semaphore, 352),
            (&self.bounded_semaphore, 451),
            (&self.barrier, 476),
            (&self.queue, 33),
            (&self.priority_queue, 282),
            (&self.lifo_queue, 298),
            (&self.timeout, 26),
            (&self.task_group, 12),
            (&self.runner, 20),
            (&self.gathering_future, 755),
            (&self.as_completed, 570),
        ];
        statements.into_iter().for_each(|(class, line)| class_members::add(class, line));
    }
}
