"""Label inventories and the small facts about words that the loaders share."""

KINDS = ["PER", "ORG", "LOC", "NORP", "EVENT", "MISC"]
ENTITY = ["O"] + [b + "-" + k for k in KINDS for b in "BI"]
ENTITY_ID = {t: i for i, t in enumerate(ENTITY)}
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
UPOS_ID = {t: i for i, t in enumerate(UPOS)}

SPECIAL_SHAPE = 7  # [CLS] and [SEP]
LATER_PIECE = 8  # added to the class for every piece of a word but its first


def shape(word):
    """Class 0 to 6 of a word's letters; the encoder itself is uncased."""
    if word.islower():
        return 0
    if word.isupper():
        return 1 if len(word) > 1 else 2
    if word[:1].isupper() and word[1:].islower():
        return 3
    if any(c.isdigit() for c in word):
        return 4
    if any(c.isalpha() for c in word):
        return 5
    return 6


COUNTRIES = """Afghanistan Albania Algeria Andorra Angola Argentina Armenia Australia Austria Azerbaijan Bahamas Bahrain
Bangladesh Barbados Belarus Belgium Belize Benin Bhutan Bolivia Bosnia Botswana Brazil Brunei Bulgaria Burkina Burma
Burundi Cambodia Cameroon Canada Chad Chile China Colombia Comoros Congo Croatia Cuba Cyprus Czechia Denmark Djibouti
Dominica Ecuador Egypt Eritrea Estonia Eswatini Ethiopia Fiji Finland France Gabon Gambia Georgia Germany Ghana Greece
Grenada Guatemala Guinea Guyana Haiti Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica
Japan Jordan Kazakhstan Kenya Kiribati Kosovo Kuwait Kyrgyzstan Laos Latvia Lebanon Lesotho Liberia Libya Liechtenstein
Lithuania Luxembourg Macedonia Madagascar Malawi Malaysia Maldives Mali Malta Mauritania Mauritius Mexico Micronesia
Moldova Monaco Mongolia Montenegro Morocco Mozambique Myanmar Namibia Nauru Nepal Netherlands Nicaragua Niger Nigeria
Norway Oman Pakistan Palau Palestine Panama Paraguay Peru Philippines Poland Portugal Qatar Romania Russia Rwanda Samoa
Senegal Serbia Seychelles Singapore Slovakia Slovenia Somalia Spain Sudan Suriname Swaziland Sweden Switzerland Syria
Taiwan Tajikistan Tanzania Thailand Togo Tonga Tunisia Turkey Turkmenistan Tuvalu Uganda Ukraine Uruguay Uzbekistan
Vanuatu Venezuela Vietnam Yemen Zambia Zimbabwe Britain England Scotland Wales Tibet Chechnya Gaza Kashmir Abkhazia
Ossetia Greenland Darfur Europe Africa Asia America Antarctica Yugoslavia Czechoslovakia Crimea Somaliland""".split()
COUNTRY_PHRASES = {"united states", "united kingdom", "saudi arabia", "north korea", "south korea", "west bank", "gaza strip",
                   "united arab emirates", "sri lanka", "new zealand", "south africa", "ivory coast", "hong kong",
                   "costa rica", "el salvador", "east timor", "sierra leone", "burkina faso", "czech republic",
                   "middle east", "south sudan", "north macedonia", "papua new guinea", "dominican republic",
                   "puerto rico", "u.s.", "us", "u.k.", "uk", "u.s", "usa", "uae", "drc"} | {c.lower() for c in COUNTRIES}

# Words for nationalities, peoples, religious and political groups: the kind NORP.
_NATIONS = """Afghan Albanian Algerian American Andorran Angolan Argentine Argentinian Armenian Australian Austrian
Azerbaijani Azeri Bahraini Bangladeshi Belarusian Belarussian Belgian Bolivian Bosnian Brazilian British Bulgarian
Burmese Burundian Cambodian Cameroonian Canadian Chadian Chilean Chinese Colombian Congolese Croatian Croat Cuban Cypriot
Czech Danish Dominican Dutch Ecuadorian Ecuadorean Egyptian Emirati English Eritrean Estonian Ethiopian European
Fijian Filipino Finnish French Gabonese Gambian Georgian German Ghanaian Greek Guatemalan Guinean Guyanese Haitian
Honduran Hungarian Icelandic Indian Indonesian Iranian Iraqi Irish Israeli Italian Ivorian Jamaican Japanese Jordanian
Kazakh Kenyan Korean Kosovar Kuwaiti Kyrgyz Lao Laotian Latvian Lebanese Liberian Libyan Lithuanian Macedonian Malagasy
Malawian Malaysian Malian Maltese Mauritanian Mauritian Mexican Moldovan Mongolian Montenegrin Moroccan Mozambican
Namibian Nepalese Nepali Nicaraguan Nigerian Nigerien Norwegian Omani Pakistani Palestinian Panamanian Paraguayan
Peruvian Polish Portuguese Qatari Romanian Russian Rwandan Samoan Saudi Scottish Senegalese Serb Serbian Singaporean
Slovak Slovakian Slovene Slovenian Somali Spanish Sudanese Surinamese Swazi Swedish Swiss Syrian Taiwanese Tajik
Tanzanian Thai Tibetan Togolese Tongan Tunisian Turkish Turkmen Ugandan Ukrainian Uruguayan Uzbek Venezuelan Vietnamese
Welsh Yemeni Zambian Zimbabwean African Asian Arab Arabian Latino Hispanic Caribbean Scandinavian Balkan Chechen Kurdish
Kashmiri Uighur Uyghur Rohingya Hutu Tutsi Pashtun Hazara Tamil Sikh Hindu Muslim Moslem Islamic Islamist Christian Jewish
Catholic Protestant Buddhist Orthodox Sunni Shiite Shia Shi'ite Anglican Mormon Evangelical Baptist Methodist Lutheran
Salafist Wahhabi Sufi Alawite Druze Maronite Coptic Yazidi Yezidi Zionist Communist Marxist Maoist Nazi Republican
Democratic Zulu Hausa Fulani Igbo Yoruba Kikuyu Oromo Tigrayan Amhara Luo Berber Bedouin Maori Inuit Cherokee Navajo Sinhalese
Punjabi Bengali Gujarati Baloch Baluch Sindhi Karen Shan Rakhine Mapuche Roma Latin Persian Nordic Baltic Slavic
Californian Texan Parisian Londoner Bavarian Catalan Basque Corsican Sicilian Flemish Crimean Soviet Islamophobic""".split()
_NATIONS += """Salvadoran Salvadorean Burkinabe Aboriginal Maori Māori Bahamian Barbadian Trinidadian Belizean Comorian Sahrawi Saharawi
Timorese Papuan Micronesian Polynesian Melanesian Bermudian Faroese Hawaiian Quebecois Brahmin Maratha Rajput Malayali Telugu Marathi Assamese
Kuki Meitei Haredi Hasidic Sephardic Ashkenazi Presbyterian Pentecostal Jesuit Ismaili Ahmadi Gazan Siberian Andean Venetian Basotho
Bhutanese Antiguan Grenadian Seychellois Equatoguinean Beninese Eurasian Aleut Mi'kmaq Mi'kmaw Sioux Cree Métis Inuk Anatolian
Afrikaner Cossack Tatar Tuareg Ashanti Dinka Nuer Ndebele Shona Xhosa Tswana Afar Turkic Assyrian Chaldean Samoan Muscovite Vatican-born
African-American Afro-Colombian Indo-Fijian""".split()
_PEOPLE = """Briton Brit Dane Englishman Englishmen Englishwoman Finn Frenchman Frenchmen Frenchwoman Irishman Irishmen Dutchman
Icelander Jew Kurd Lapp Pole Scot Serb Spaniard Swede Turk Arab Croat Slovak Slovene Czech Thai Pakistani Democrat
Republican Islamist Communist Nazi Kazakh Uzbek Tajik Afghan Cypriot Greek Filipino Filipina Emirati Kuwaiti Qatari Saudi
Yemeni Iraqi Israeli Aussie Kiwi Yankee Pashto Uighur Tamil Sikh Hindu Muslim Christian Catholic Protestant Buddhist
Sunni Shiite Shia Scotsman Welshman Aborigine Gypsy Romany Samaritan Tutsi Hutu Bosniak Azeri Copt Yazidi Tory Whig Labourite
Marxist Maoist Leninist Trotskyist Zionist New-Yorker Mormon Quaker Dalit Aborigine New-Zealander Hindutva Londoner Greenlander Rohingya Druze Alawite Salafi Bedouin Maya Inca Aztec""".split()
# Adjectives that are as often part of something else than a group of people: left to the sets that mark them.
_UNSURE = {"democratic", "republican", "latin", "english", "french", "spanish", "orthodox", "roma", "karen", "shan", "lao", "caribbean",
           "balkan", "christian", "georgian", "islamophobic", "european", "persian", "saudi", "american", "dominican", "polish", "baltic",
           "jordan", "pole", "finn", "maya", "kiwi", "brit", "inca", "communist", "nazi", "pashto", "karen"}
DEMONYMS = {w for w in _NATIONS + _PEOPLE}
DEMONYMS |= {w + "s" for w in DEMONYMS if not w.endswith(("s", "sh", "ch", "ese", "men", "x"))}
DEMONYMS_SURE = {w for w in DEMONYMS if w.lower() not in _UNSURE} | {w + "s" for w in ("American", "European", "Christian", "Saudi", "Georgian", "Communist", "Nazi")}
DEMONYMS_UNSURE = DEMONYMS - DEMONYMS_SURE
LANGUAGE_HINTS = {"language", "languages", "speaking", "speaker", "speakers", "translation", "accent", "spoken"}

CALENDAR = set("""monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. jan feb mar apr jun jul aug sep sept
oct nov dec today yesterday tomorrow a.m. p.m. am pm gmt utc est""".split())

TITLES = set("""president prime minister mr. mrs. ms. dr. mr mrs ms dr miss secretary of state senator general king pope chancellor sheikh
sheik foreign defense defence vice governor judge justice rep. sen. gen. gov. lt. col. maj. sgt. capt. former u.s. us ayatollah
ambassador colonel lieutenant captain major sergeant spokesman spokeswoman chief premier queen prince princess leader lord lady sir
cardinal archbishop bishop imam mullah reverend rev. professor prof. congressman congresswoman attorney commissioner
director chairman chairwoman deputy interim acting interior finance commander admiral brigadier crown emir sultan emperor
first the a envoy militant cleric iraqi israeli palestinian afghan pakistani russian iranian british french german lebanese
syrian egyptian turkish venezuelan cuban chinese japanese""".split())

# The two halves of group names such as "Sri Lankan", "North Korean", "Puerto Ricans".
DEMONYM_FIRST = {"Sri", "North", "South", "East", "West", "Central", "Latin", "Puerto", "Costa", "Saudi", "Hong", "Eastern", "Western", "Southern",
                 "Northern", "Bosnian", "Tasmanian", "African", "Native", "Ivory", "Cape", "Papua", "Kosovo", "Israeli", "Ethnic"}
DEMONYM_SECOND = {"Lankan", "Korean", "African", "American", "Rican", "Arabian", "European", "Asian", "Sudanese", "Serb", "Croat", "Albanian", "Verdean",
                  "Vietnamese", "Yemeni", "German", "Timorese", "Ossetian", "Aboriginal", "Arab", "Indian", "Konger", "Slav", "Cypriot", "Caucasian"}
DEMONYM_SECOND |= {w + "s" for w in DEMONYM_SECOND if not w.endswith("ese")}
