//! Short and pet forms of given names: "Bill" is "William", "Chuck" is "Charles".
//!
//! Only forms that are used in print for grown people; a hint for names that share a surname,
//! never enough by itself.

/// A given name with the forms that stand for it.
const FORMS: [(&str, &[&str]); 56] = [
    ("abigail", &["abby"]),
    ("abraham", &["abe"]),
    ("albert", &["al", "bert"]),
    ("alexander", &["alex", "sandy", "sasha"]),
    ("alexandra", &["alex", "sandra", "sasha"]),
    ("alfred", &["al", "fred", "alf"]),
    ("andrew", &["andy", "drew"]),
    ("anthony", &["tony"]),
    ("antony", &["tony"]),
    ("arthur", &["art"]),
    ("benjamin", &["ben", "bibi"]),
    ("catherine", &["cathy", "kate", "cate"]),
    ("charles", &["chuck", "charlie", "chas"]),
    ("christine", &["chris", "tina"]),
    ("christopher", &["chris", "kit"]),
    ("daniel", &["dan", "danny"]),
    ("david", &["dave"]),
    ("deborah", &["debbie", "deb"]),
    ("donald", &["don", "donny"]),
    ("douglas", &["doug"]),
    ("edward", &["ed", "eddie", "ted", "teddy"]),
    ("elizabeth", &["liz", "beth", "betsy", "betty", "liza"]),
    ("eugene", &["gene"]),
    ("francis", &["frank"]),
    ("frederick", &["fred", "freddie"]),
    ("gerald", &["gerry", "jerry"]),
    ("gregory", &["greg"]),
    ("henry", &["hank", "harry"]),
    ("jacob", &["jake", "jack"]),
    ("james", &["jim", "jimmy", "jamie"]),
    ("jeffrey", &["jeff"]),
    ("john", &["jack", "johnny", "jon"]),
    ("jonathan", &["jon", "john"]),
    ("joseph", &["joe", "joey"]),
    ("katherine", &["kathy", "kate", "katie"]),
    ("kenneth", &["ken"]),
    ("lawrence", &["larry"]),
    ("leonard", &["len", "leo"]),
    ("margaret", &["maggie", "meg", "peggy"]),
    ("matthew", &["matt"]),
    ("michael", &["mike", "mick", "mickey"]),
    ("nicholas", &["nick"]),
    ("pamela", &["pam"]),
    ("patricia", &["pat", "patty", "tricia"]),
    ("patrick", &["pat", "paddy"]),
    ("peter", &["pete"]),
    ("philip", &["phil"]),
    ("raymond", &["ray"]),
    ("richard", &["rich", "rick", "dick", "ricky"]),
    ("robert", &["bob", "bobby", "rob", "bert"]),
    ("ronald", &["ron", "ronnie"]),
    ("samuel", &["sam"]),
    ("stephen", &["steve"]),
    ("steven", &["steve"]),
    ("thomas", &["tom", "tommy"]),
    ("william", &["bill", "billy", "will", "willie"]),
];

/// Whether one given name is a short form of the other, both in small letters.
pub(super) fn are_one(a: &str, b: &str) -> bool {
    let stands_for = |short: &str, long: &str| {
        FORMS
            .iter()
            .any(|(name, forms)| *name == long && forms.contains(&short))
    };
    stands_for(a, b) || stands_for(b, a)
}

#[cfg(test)]
mod tests {
    use super::are_one;

    #[test]
    fn short_forms_are_the_name() {
        assert!(are_one("chuck", "charles"));
        assert!(are_one("john", "jack"));
        assert!(!are_one("bill", "robert"));
    }
}
