//! Letters whose demands are known because they were made up: a fixed seed gives the same letters every time.
//!
//! Each planted demand is an act on a thing at a place that is asked year after year, each time in one of several
//! wordings. Which sentences are one demand is known, so what the program finds can be scored.

/// A made-up letter.
pub struct Planted {
    /// The file's name.
    pub name: String,
    /// What it says.
    pub text: String,
    /// The number of the planted demand behind each item of its list, in order.
    pub demands: Vec<usize>,
}

const ACTS: [[&str; 3]; 10] = [
    ["release", "free", "set free"],
    ["repeal", "abolish", "scrap"],
    ["fund", "finance", "pay for"],
    ["publish", "disclose", "make public"],
    ["investigate", "inquire into", "examine"],
    ["protect", "safeguard", "defend"],
    ["rebuild", "restore", "reconstruct"],
    ["ban", "prohibit", "outlaw"],
    ["reopen", "open again", "reopen fully"],
    ["ratify", "accede to", "ratify in full"],
];

const THINGS: [[&str; 2]; 40] = [
    ["the detained fishermen", "the fishermen in detention"],
    ["the curfew law", "the law on curfews"],
    ["the village clinics", "clinics in the villages"],
    ["the audit of the water board", "the water board's audit"],
    ["the fire at the textile mill", "the textile mill fire"],
    ["the wetlands", "the marshes and wetlands"],
    ["the burnt library", "the library that burnt down"],
    ["night trawling", "trawling at night"],
    ["the mountain railway", "the railway over the mountains"],
    ["the treaty on migrant birds", "the migrant birds treaty"],
    ["the jailed teachers", "the teachers in jail"],
    ["the poll tax", "the tax on voting"],
    ["school meals", "meals at school"],
    ["the list of lobbyists", "the lobbyists' list"],
    ["the deaths in custody", "the custody deaths"],
    ["the old harbour", "the historic harbour"],
    ["the flooded bridges", "the bridges lost to the flood"],
    ["lead paint", "paint that holds lead"],
    ["the border crossing", "the crossing at the border"],
    ["the labour convention", "the convention on labour"],
    ["the arrested students", "the students under arrest"],
    ["the emergency decree", "the decree on the emergency"],
    ["rural bus lines", "bus lines in the country"],
    ["the dam inspection reports", "the reports on the dam's inspection"],
    ["the missing pension money", "the pension money that went missing"],
    ["whistleblowers", "people who report wrongdoing"],
    ["the city orchard", "the orchard of the city"],
    ["cluster munitions", "munitions of the cluster type"],
    ["the women's shelter", "the shelter for women"],
    ["the seed accord", "the accord on seeds"],
    ["the imprisoned poets", "the poets in prison"],
    ["the censorship ordinance", "the ordinance on censorship"],
    ["adult literacy courses", "courses in literacy for adults"],
    ["the mining contracts", "the contracts on mining"],
    ["the poisoned wells", "the poisoning of the wells"],
    ["nurses from assault", "nurses against assaults"],
    ["the temple roofs", "the roofs of the temples"],
    ["plastic microbeads", "microbeads made of plastic"],
    ["the public archive", "the archive of the public"],
    ["the river charter", "the charter for the river"],
];

const MANNERS: [&str; 6] =
    ["", "", " without delay", " by the end of the year", " immediately", " unconditionally"];

const SYLLABLES: [&str; 24] = [
    "bar", "vel", "tor", "mi", "kan", "dra", "lo", "shen", "ri", "gol", "tas", "ny", "pek", "ulm", "zor",
    "fa", "quel", "hes", "wim", "dov", "cra", "jun", "sil", "eth",
];

/// Numbers that look random and are the same everywhere (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }
}

/// A place name of three syllables; each number has its own as long as there are enough.
fn place(number: usize) -> String {
    let part = |at: usize| SYLLABLES[number / SYLLABLES.len().pow(at as u32) % SYLLABLES.len()];
    let name = format!("{}{}{}", part(0), part(1), part(2));
    name[..1].to_uppercase() + &name[1..]
}

/// One wording of a planted demand.
fn wording(planted: usize, dice: &mut Dice) -> String {
    let thing = planted % THINGS.len();
    let act = ACTS[thing % ACTS.len()][dice.below(3)];
    let manner = MANNERS[dice.below(MANNERS.len())];
    format!("{act} {} in {}{manner}", THINGS[thing][dice.below(2)], place(planted * 7 + 13))
}

/// Letters with `count` demands in all, ten to a letter, over twenty years; each planted demand is asked about five
/// times.
pub fn letters(count: usize) -> Vec<Planted> {
    let mut dice = Dice(2021);
    let planted = count.div_ceil(5).max(10);
    (0..count.div_ceil(10))
        .map(|number| {
            let year = 2001 + number % 20;
            let mut demands: Vec<usize> = Vec::new();
            while demands.len() < 10.min(count - number * 10) {
                let one = dice.below(planted);
                if !demands.contains(&one) {
                    demands.push(one);
                }
            }
            let items: Vec<String> =
                demands.iter().map(|one| format!("- {};", wording(*one, &mut dice))).collect();
            let town = place(number % 50);
            let text = format!(
                "Friends of {town}\n\n{} May {year}\n\nDear Minister,\n\nWe write on behalf of the people of {town}, \
                 who have waited for a long time. The past winter was hard, and many families left.\n\nWe urge the \
                 government to:\n\n{}\n\nWe know that much has been promised before. Our members remember it well.\n\n\
                 Sincerely,\n\nFriends of {town}\n",
                1 + number % 28,
                items.join("\n"),
            );
            Planted { name: format!("{year}_{number:06}.txt"), text, demands }
        })
        .collect()
}
