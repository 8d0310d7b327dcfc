//! The zone of local time, which `time.tzset()` sets by its rules (`zone_rules`).

use crate::objects::Interp;
use crate::objects::exception::PyResult;
use crate::objects::interp::not_supported;

use super::calendar::civil_from_days;
use super::zone_rules::{Rule, Time};

const DAY: i64 = 86_400;
/// glibc's `mktime` looks for a time with the `tm_isdst` asked for in such steps.
const STRIDE: i64 = 601_200;
const STRIDES: i64 = 536_454_000 / STRIDE + 1;
/// The zone; of one process.
pub struct LocalZone {
    name: String,
    /// The years from which on its rules hold, and these; the last one holds today.
    rules: Vec<(i64, Rule)>,
    /// How far west of Greenwich `mktime` found the last time, from which it guesses the next one.
    guess: i64,
}

impl Default for LocalZone {
    fn default() -> Self {
        LocalZone::new(vec![(i64::MIN, Rule::new("UTC0"))], "UTC")
    }
}

impl LocalZone {
    /// The zone `name` by its rules, of which there is one.
    pub fn new(rules: Vec<(i64, Rule)>, name: &str) -> LocalZone {
        LocalZone { name: name.into(), rules, guess: 0 }
    }

    fn today(&self) -> &Rule {
        &self.rules.last().expect("a zone has a rule").1
    }

    /// Whether local time is that of Greenwich all the year round, whatever it is called.
    pub fn is_utc(&self) -> bool {
        self.rules.len() == 1 && self.today().other().is_none() && self.today().usual.offset == 0
    }

    fn of_year(&self, year: i64) -> Option<&Rule> {
        self.rules.iter().rev().find(|(since, _)| *since <= year).map(|(_, rule)| rule)
    }

    /// Which time holds at so many seconds since 1970.
    pub fn at(&self, i: &mut dyn Interp, seconds: i64) -> PyResult<&Time> {
        let year_by = |rule: &Rule| civil_from_days((seconds + rule.usual.offset).div_euclid(DAY)).0;
        // The year itself depends on the rule.
        let year = self.of_year(year_by(self.today())).map_or_else(|| year_by(self.today()), year_by);
        match self.of_year(year) {
            Some(rule) => Ok(rule.at(year, seconds)),
            None => Err(not_supported(i, &format!("local time of {} in the year {year}", self.name), None)),
        }
    }

    /// The names of standard and summer time.
    pub fn named(&self, is_summer: bool) -> &Time {
        let today = self.today();
        today.other().filter(|other| other.is_summer == is_summer).unwrap_or(&today.usual)
    }

    fn local(&self, i: &mut dyn Interp, seconds: i64) -> PyResult<(i64, bool)> {
        let time = self.at(i, seconds)?;
        Ok((seconds + time.offset, time.is_summer))
    }

    /// The moment whose local time is `local`: glibc's `mktime`. `is_summer`: as `tm_isdst` says, if it does.
    pub fn moment_of(&mut self, i: &mut dyn Interp, local: i64, is_summer: Option<bool>) -> PyResult<i64> {
        let found = self.search(i, local, is_summer)?;
        self.guess = found - local;
        Ok(found)
    }

    fn search(&self, i: &mut dyn Interp, local: i64, is_summer: Option<bool>) -> PyResult<i64> {
        let mut moment = local + self.guess;
        let (mut before_last, mut last, mut last_summer) = (moment, moment, false);
        let found_summer = loop {
            let (here, here_summer) = self.local(i, moment)?;
            if here == local {
                break here_summer;
            }
            let no_better = is_summer.map_or(!last_summer || here_summer, |wanted| wanted != here_summer);
            if moment == before_last && moment != last && no_better {
                // Clocks are put forward over this time: there is none such.
                return Ok(moment);
            }
            (before_last, last, last_summer) = (last, moment, here_summer);
            moment += local - here;
        };
        let Some(wanted) = is_summer.filter(|wanted| *wanted != found_summer) else { return Ok(moment) };
        for stride in 1..STRIDES {
            for near in [moment - stride * STRIDE, moment + stride * STRIDE] {
                let (there, summer) = self.local(i, near)?;
                if summer == wanted {
                    return Ok(near + (local - there));
                }
            }
            if self.today().other().is_none() {
                break;
            }
        }
        // None is near: summer time is an hour ahead.
        Ok(if wanted { moment - 3600 } else { moment + 3600 })
    }
}
