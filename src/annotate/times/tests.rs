//! Expressions and their TIMEX3 values, read without a tree and against one day of publication.

use super::find_times;

/// The values found in a sentence published on Tuesday, 2024-11-05.
fn values(text: &str) -> Vec<String> {
    find_times(text, "2024-11-05".parse().ok(), None)
        .into_iter()
        .map(|time| time.value)
        .collect()
}

#[test]
fn a_month_behind_small_words_is_one_and_that_may_open_a_clause() {
    assert_eq!(values("The driest month is still May."), ["2024-05"]);
    assert_eq!(
        values("In 1998 it rained. The figures show that July was dry."),
        ["1998", "2024-07"]
    );
}

#[test]
fn times_of_day_in_words_and_with_their_day() {
    for (text, value) in [
        ("The siren sounded at half past seven on Monday.", "T07:30"),
        (
            "The gate was closed yesterday at a quarter to five.",
            "2024-11-04T04:45",
        ),
        (
            "It struck last night at 8 and lasted an hour.",
            "2024-11-04T20:00",
        ),
        ("Polls opened at 8 a.m. this morning.", "2024-11-05T08:00"),
        (
            "The train left at 7:56:30 p.m. yesterday.",
            "2024-11-04T19:56:30",
        ),
        (
            "They met yesterday at two in the afternoon.",
            "2024-11-04T14:00",
        ),
    ] {
        assert!(
            values(text).iter().any(|found| found.ends_with(value)),
            "{text}: {:?}",
            values(text)
        );
    }
}

#[test]
fn a_year_behind_a_stretch_holds_for_both_its_ends() {
    assert_eq!(
        values("The station was shut from March to August 2011."),
        ["2011-03", "2011-08"]
    );
    assert_eq!(
        values("It ran from November 20 to January 5, 2012."),
        ["2011-11-20", "2012-01-05"]
    );
    assert_eq!(values("He taught there in 1894-96."), ["1894", "1896"]);
}

#[test]
fn months_of_every_year_have_no_year() {
    assert_eq!(
        values("Storms are common between June and November."),
        ["XXXX-06", "XXXX-11"]
    );
    assert_eq!(
        values("Storms were common between June and August."),
        ["2024-06", "2024-08"]
    );
}

#[test]
fn what_lies_in_two_weeks_is_a_day_ahead_only_where_the_future_is_told() {
    assert_eq!(values("The court will rule in two weeks."), ["2024-W47"]);
    assert_eq!(values("The wall was built in two weeks."), ["P2W"]);
}

#[test]
fn dates_with_marks_and_names_of_one_day() {
    assert_eq!(values("Filed on 05-Aug-2016 in court."), ["2016-08-05"]);
    assert_eq!(values("The towers fell on 9/11."), ["2001-09-11"]);
    assert_eq!(values("It ended the kingdom in 508 BC."), ["-0508"]);
    assert_eq!(values("Rates rose 3 of 1991-50 times."), ["1991"]);
}

#[test]
fn a_count_behind_a_weekday_is_no_day_of_the_month() {
    assert_eq!(
        values("Prices fell again Friday, the fourth decline in a row."),
        ["2024-11-01"]
    );
    assert_eq!(values("They met on Monday the 4th."), ["2024-11-04"]);
}

#[test]
fn weekends_near_a_day() {
    assert_eq!(
        values("Ferries were full on Labor Day weekend 2021."),
        ["2021-W35-WE"]
    );
    assert_eq!(
        values("The bridge closed the weekend of Oct. 12."),
        ["2024-W41-WE"]
    );
    assert_eq!(
        values("Shops opened early on black friday 2010."),
        ["2010-11-26"]
    );
}

#[test]
fn dates_written_by_clerks() {
    for (text, expected) in [
        (
            "The file is dated 20161016 and sealed.",
            &["2016-10-16"][..],
        ),
        ("The lease ran from 12/2015.", &["2015-12"]),
        ("Entered 2019/Aug/01 by the clerk.", &["2019-08-01"]),
        (
            "Hearings were held on 10/20, 10/22 or 10/25.",
            &["2024-10-20", "2024-10-22", "2024-10-25"],
        ),
        (
            "Updated 23.04.2022 14:55 by the desk.",
            &["2022-04-23T14:55"],
        ),
        (
            "The paper said on Sunday, Nov. 3: the count goes on.",
            &["2024-11-03"],
        ),
        ("The 20161399 th part was lost.", &[]),
    ] {
        assert_eq!(values(text), expected, "{text}");
    }
}

#[test]
fn hours_in_other_forms() {
    for (text, value) in [
        ("They left at five-thirty on Monday.", "T05:30"),
        ("Troops moved at 0615 on Monday.", "T06:15"),
        ("The vote begins at 1430 GMT on Monday.", "T14:30"),
        ("They met tonight around 7.", "2024-11-05T19:00"),
    ] {
        assert!(
            values(text).iter().any(|found| found.contains(value)),
            "{text}: {:?}",
            values(text)
        );
    }
    assert_eq!(values("He spoke to five thirty people."), [] as [&str; 0]);
}

#[test]
fn two_on_and_two_back() {
    assert_eq!(
        values("The talks resume the week after next."),
        ["2024-W47"]
    );
    assert_eq!(values("It closed the year before last."), ["2022"]);
    assert_eq!(values("They will meet next Friday."), ["2024-11-15"]);
    assert_eq!(values("They will meet this coming Friday."), ["2024-11-08"]);
}

#[test]
fn days_of_a_month_that_is_not_named() {
    assert_eq!(values("She will be sworn in on the 18th."), ["2024-11-18"]);
    assert_eq!(values("He was hurt on the 28th."), ["2024-10-28"]);
    assert_eq!(
        values("The sale ends on the 3rd of next month."),
        ["2024-12-03"]
    );
    assert_eq!(values("He was hurt on the 18th hole."), [] as [&str; 0]);
}

#[test]
fn a_number_before_a_month_and_its_day_counts_something() {
    assert_eq!(
        values("Fifteen of the 19 Sept. 11 hijackers had left."),
        values("Fifteen of the Sept. 11 hijackers had left.")
    );
    assert_eq!(values("He left on 19 Sept. 2024."), ["2024-09-19"]);
}

#[test]
fn seasons_of_any_year() {
    assert_eq!(
        values("Winter is mild here, and the heat of summer is dry."),
        ["XXXX-WI", "XXXX-SU"]
    );
    assert_eq!(values("They have hot summers."), ["XXXX-SU"]);
    assert_eq!(values("Winter said he was sorry."), [] as [&str; 0]);
    assert_eq!(values("Mr. Summers can wait."), [] as [&str; 0]);
}

#[test]
fn bare_years_of_ancient_times() {
    assert_eq!(
        values("He was born c. 314. In 348 he fell ill. About 360 - 366 he was away with 300 men."),
        ["0314", "0348", "0360", "0366"]
    );
    assert_eq!(values("In 348 cases nothing was found."), [] as [&str; 0]);
    assert_eq!(values("It ended in 508 BC. In 348 he fell ill."), ["-0508"]);
}

#[test]
fn parts_of_days_that_come_again_or_are_not_told() {
    assert_eq!(values("He works mornings."), ["XXXX-XX-XXTMO"]);
    assert_eq!(values("One morning a letter came."), ["XXXX-XX-XXTMO"]);
    assert_eq!(values("Polls close by the end of the day."), ["2024-11-05"]);
    assert_eq!(
        values("At the end of the day, it is about trust."),
        [] as [&str; 0]
    );
    assert_eq!(values("It fell in Sept. and rose later."), ["2024-09"]);
    assert_eq!(values("The custom dates back to 1865."), ["1865"]);
}

#[test]
fn days_that_only_an_event_tells() {
    assert_eq!(
        values("He wrote the night before he died."),
        ["XXXX-XX-XXTNI"]
    );
    assert_eq!(values("They met the day before Oct. 12."), ["2024-10-11"]);
}

#[test]
fn opening_hours_come_again() {
    assert_eq!(
        values("Open Mon-Fri 8 am - 7 pm, Sat 10 am - 4 pm."),
        [
            "XXXX-WXX-1",
            "XXXX-WXX-5T08:00",
            "T19:00",
            "XXXX-WXX-6T10:00",
            "T16:00"
        ]
    );
    assert_eq!(
        values("It ran from Monday to Thursday."),
        ["2024-11-04", "2024-10-31"]
    );
}

#[test]
fn what_only_looks_like_a_length_or_a_count() {
    assert_eq!(
        values("The strict ban, following years of talks, came late."),
        [] as [&str; 0]
    );
    assert_eq!(
        values("It lost three quarters of its value."),
        [] as [&str; 0]
    );
    assert_eq!(values("It stays in use until at least 2034."), ["2034"]);
    assert_eq!(
        values("They were held earlier in the day after a march."),
        ["2024-11-05"]
    );
    assert_eq!(values("They hired at least 2034 people."), [] as [&str; 0]);
}

#[test]
fn lengths_nobody_counted() {
    assert_eq!(
        values("Much was lost in the decades that followed."),
        ["PXE"]
    );
    assert_eq!(values("They danced all night."), ["P1D"]);
    assert_eq!(values("It took three quarters of an hour."), ["PT45M"]);
}

#[test]
fn what_a_weekday_owns_has_been_unless_it_is_said_to_lie_ahead() {
    assert_eq!(
        values("They would find a way round Monday's ruling."),
        ["2024-11-04"]
    );
    assert_eq!(values("They will win Saturday's final."), ["2024-11-09"]);
    assert_eq!(
        values("They would be ready for Saturday's final."),
        ["2024-11-09"]
    );
}

#[test]
fn a_distance_beside_a_date_is_that_date() {
    assert_eq!(
        values("They had announced it on Oct. 2, two weeks earlier."),
        ["2024-10-02", "2024-10-02"]
    );
    assert_eq!(
        values("They announced it on Oct. 2. Two weeks later they gave up."),
        ["2024-10-02", "2024-10-16"]
    );
}

#[test]
fn hours_of_one_day_do_not_take_the_next_one() {
    assert_eq!(
        values("It opens Mon 8 am - 7 pm, Sat 9 am - 5 pm.").len(),
        4
    );
}

#[test]
fn a_part_of_a_day_gives_its_year_on() {
    assert_eq!(
        values("He was shot on the morning of 30 May 1832, and on 2 June he was buried."),
        ["1832-05-30TMO", "1832-06-02"]
    );
}
