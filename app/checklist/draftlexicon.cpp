// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/draftlexicon.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace assay {

namespace {

void add(QHash<QString, unsigned>* flags, unsigned flag, const QString& words)
{
    for (const QString& word : words.split(u' ', Qt::SkipEmptyParts))
        (*flags)[word] |= flag;
}

void addGrammar(QHash<QString, unsigned>* f)
{
    add(f, kArticle,
        u"a an the this that these those its their his her my your our some another each every "
        u"several many few multiple various all any both no"_qs);
    add(f, kClosed,
        u"of to at in on by from with without for into onto near against through along across within above "
        u"over below under underneath beneath behind beside besides between inside outside atop around "
        u"next among amid amongst toward towards during via as than like and or but plus while when where "
        u"which who whom whose that if so because then there here not also very too just only about up "
        u"down off out away back together after before until since upon beyond past opposite per what how "
        u"why can could will would should may might must do does did let's let nor yet both"_qs);
    add(f, kPronoun | kClosed,
        u"it he she they them him her i we you us me itself himself herself themselves who that one ones "
        u"others someone something"_qs);
    add(f, kBeing | kClosed, u"is are was were be being been am isn't aren't it's there's"_qs);
    add(f, kClosed, u"has have having had"_qs);
    add(f, kAdverb | kClosed,
        u"very so too just only also far mostly predominantly primarily mainly fully all completely entirely "
        u"partly slightly now still already really quite almost "
        u"always again ever never maybe perhaps however directly forward forwards backward "
        u"backwards upward upwards downward downwards sideways upright"_qs);
    add(f, kVerb,
        u"wear wears wore sit sits sat stand stands stood hold holds held lie lies lay lays laid hang hangs "
        u"hung contain contains eat eats ate carry carries ride rides rode reach reaches cross crosses "
        u"depict depicts feature features show shows shown read reads say says appear appears look looks "
        u"seem seems run runs ran walk walks jump jumps play plays swim swims swam sleep sleeps make makes "
        u"made take takes took taken give gives put puts use uses see sees seen pull pulls push pushes "
        u"throw throws threw catch catches caught kick kicks pose poses grow grows rest rests lean leans "
        u"float floats stare stares gaze gazes surround surrounds fill fills include includes "
        u"create creates enjoy enjoys drive drives climb climbs wears fly flies flew flown get gets got go "
        u"goes gone went come comes came bring brings keep keeps kept leave emerge emerges displays consists "
        u"means mean want wants try tries chase chases attack attacks overlook overlooks sells pet pets "
        u"drinks rises shines hovers glows leads flows opens closes sings writes serves waits spills "
        u"built parked filled covered placed kept dressed painted made written drawn held set "
        u"growing worn assist becomes become tell tells help helps touch touches swing swings hit hits"_qs);
    add(f, kNounInIng,
        u"building painting ceiling ring king string wing railing thing morning evening clothing lightning "
        u"drawing spring earring sibling awning wedding duckling dumpling pudding stocking topping icing "
        u"bling sling swing pairing lighting setting lettering marking opening frosting flooring "
        u"paintings buildings bedding speed breed steed moped bobsled flowerbed watershed "
        u"dressing earring wedding beginning evening sewing viking pudding pumpkin seedling gosling "
        u"starling darling inkling yearling filling coating plating edging banding"_qs);
}

void addPeople(QHash<QString, unsigned>* f)
{
    add(f, kPerson,
        u"man woman person boy girl child lady guy kid baby toddler teenager teen adult player skier "
        u"surfer skater skateboarder snowboarder cyclist biker runner swimmer king queen prince princess "
        u"doctor nurse rider driver pilot knight warrior soldier dancer artist painter musician singer "
        u"guitarist wizard witch teacher student chef cook waiter batter pitcher catcher gentleman "
        u"girlfriend "
        u"boyfriend husband wife mother father mom dad son daughter brother sister grandmother grandfather "
        u"businessman businesswoman model actor actress athlete farmer fisherman worker engineer astronaut "
        u"samurai ninja pirate cowboy policeman officer firefighter bride groom couple monk nun priest "
        u"scientist chief hero heroine superhero villain figure character female male individual human "
        u"passenger pedestrian jockey goalkeeper golfer wrestler boxer clown magician mermaid fairy elf"_qs);
    add(f, kPaint | kVerb,
        u"painted dyed tinted colored coloured labeled labelled written printed drawn decorated lit covered"_qs);
    add(f, kWearing | kVerb, u"wearing wears wear wore dressed clad"_qs);
    add(f, kPlaceWord,
        u"of to at in on near against along across within above over below under underneath beneath behind "
        u"beside inside outside atop around next with between upon alongside adjacent close towards toward"_qs);
}

void addAttributes(QHash<QString, unsigned>* f)
{
    add(f, kMaterial,
        u"wooden wood metal metallic steel iron brass bronze copper aluminum aluminium chrome glass crystal "
        u"porcelain ceramic clay stone marble granite concrete brick plastic rubber leather suede denim "
        u"cotton "
        u"wool woolen woollen silk silken satin velvet linen lace paper cardboard bamboo wicker straw rattan "
        u"fur "
        u"terracotta stainless-steel"_qs);
    add(f, kLooks | kAdjective,
        u"tiny small big large huge giant gigantic enormous massive miniature oversized tall short long "
        u"narrow "
        u"wide thick thin round square circular triangular rectangular oval hexagonal octagonal spherical "
        u"cylindrical conical curved heart-shaped star-shaped l-shaped crescent-shaped diamond-shaped "
        u"egg-shaped pear-shaped u-shaped striped checkered chequered checked plaid polka-dot polka-dotted "
        u"dotted spotted floral paisley fluffy furry fuzzy shiny glossy matte transparent translucent rusty "
        u"cracked wrinkled embroidered quilted knitted woven glittery sparkly iridescent holographic smooth "
        u"rough empty curly spiky pointy jagged"_qs);
    add(f, kStyle,
        u"watercolor watercolour anime manga cartoon photorealistic hyperrealistic photorealism cubist "
        u"impressionist impressionism surrealist surrealism pixel-art ukiyo-e claymation sepia "
        u"monochrome minimalist cyberpunk steampunk vaporwave synthwave baroque art-deco psychedelic "
        u"origami low-poly isometric stained-glass pointillism cubism graffiti comic"_qs);
}

void addNumbers(QHash<QString, unsigned>* f)
{
    add(f, kNumber,
        u"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        u"fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
        u"hundred"_qs);
    add(f, kMeasure,
        u"year years month months week weeks day days hour hours hrs minute minutes min second seconds mm cm "
        u"m km kg g lb lbs ml oz inch inches inch. ft meter meters metre metres mile miles percent pm am "
        u"px pixels dpi degrees degree times time dollars euros k x million thousand billion mph kmh th "
        u"tier storey story-tall hundred thirds quarters halves o'clock person-view dimensional "
        u"euro pounds cents ct stars-rated"_qs);
    add(f, kGroup,
        u"group groups set sets pack packs pair couple duo quartet series collection bunch pile row stack "
        u"dozen trio number lot "
        u"lots half team crowd herd flock array handful variety cluster grid collage "
        u"quintet sextet"_qs);
    add(f, kPart,
        u"door wheel window seat lane panel leaf string drawer burner blade tower point head arm leg tail "
        u"horn "
        u"wing petal"_qs);
    add(f, kPairOnly,
        u"jeans pants trousers shorts scissors glasses sunglasses goggles tights leggings "
        u"binoculars headphones pliers tweezers pyjamas pajamas tongs skis"_qs);
}

void addLook(QHash<QString, unsigned>* f)
{
    add(f, kColourWord,
        u"red orange yellow green blue purple pink brown black white gray grey silver gold golden beige "
        u"turquoise teal violet magenta cyan maroon navy tan cream crimson scarlet indigo lilac lavender "
        u"fuchsia burgundy ivory amber coral terracotta ochre aqua khaki mauve charcoal azure emerald blonde "
        u"blond reddish bluish "
        u"greenish yellowish brownish blackish whitish greyish purplish pinkish"_qs);
    add(f, kToneWord,
        u"dark light pale deep bright vivid soft pastel neon hot sky navy royal baby forest lime "
        u"olive mint rose off dusty electric midnight ash mustard lemon blood cherry ruby wine brick rust "
        u"slate "
        u"steel ice ocean sea canary chocolate coffee chestnut honey peach salmon jade moss sage jet snow "
        u"pearl "
        u"cobalt sapphire powder candy"_qs);
    add(f, kColouring,
        u"color colour colored coloured colors colours coloring hue hues tint shade shades tone tones"_qs);
    add(f, kThingOrColour, u"orange gold silver cream lavender violet rose mint coral olive charcoal"_qs);
    add(f, kAdjective,
        u"big large small little tiny huge giant long short tall wide narrow old new young shiny glossy "
        u"matte "
        u"round square thick thin heavy bright beautiful pretty cute fluffy furry wooden metallic empty full "
        u"open closed modern vintage antique rustic ornate elegant simple plain different various same other "
        u"fresh dirty clean wet dry smooth rough soft hard transparent translucent smaller larger bigger "
        u"taller "
        u"shorter older younger longer"_qs);
    add(f, kKind,
        u"kind kinds type types sort sorts breed breeds variety varieties species style styles model models "
        u"version versions flavor flavors flavour flavours design designs shade shades brand brands"_qs);
    add(f, kAfterNoun,
        u"present visible available alone together apart left right straight high low each"_qs);
    add(f, kBodyPart,
        u"hand arm leg foot paw eye ear knee shoulder elbow finger thumb wing hip fist palm cheek side end"_qs);
    add(f, kRendering,
        u"photo photograph image picture illustration vector stock clipart render rendering png jpg artwork"_qs);
    add(f, kDepiction,
        u"photo photograph image picture photos images pictures painting illustration drawing "
        u"view shot scene render vector stock clipart portrait photography closeup close-up "
        u"background wallpaper sketch poster rendering artwork"_qs);
    add(f, kAbstract,
        u"side middle center centre left right top bottom front back quality masterpiece resolution detail "
        u"details style color colour lighting way kind type sort part time day night area end edge "
        u"something thing things object objects foreground 8k 4k hd uhd best detailed realistic artstation "
        u"mood atmosphere vibe feel feeling sense ambience ambiance palette composition perspective "
        u"angle effect aesthetic theme concept scheme look emphasis mix touch hint moment contrast "
        u"other others corner third half portion quarter area part "
        u"cinematic focus depth word words text letter letters caption saying fact order term"_qs);
    add(f, kForeign,
        u"der die das und ein eine einen mit auf von dem den im ist zwei drei le la les un une des et dans "
        u"avec sur du deux trois el los las una y con en del sobre dos tres il lo gli di che della uno o os "
        u"um uma com em do da het een van met op och ett på av de"_qs);
}

const QHash<QString, unsigned>& lexicon()
{
    static const QHash<QString, unsigned> kLexicon = [] {
        QHash<QString, unsigned> flags;
        addGrammar(&flags);
        addPeople(&flags);
        addAttributes(&flags);
        addNumbers(&flags);
        addLook(&flags);
        return flags;
    }();
    return kLexicon;
}

} // namespace

unsigned draftWordFlags(const QString& key)
{
    if (const auto found = lexicon().constFind(key); found != lexicon().constEnd())
        return *found;
    if (draftNumber(key) >= 0)
        return kNumber;
    if (key.size() > 4 && key.endsWith(u"ly"_qs) && !key.endsWith(u"fly"_qs) && key != u"family"_qs &&
        (!key.endsWith(u"lly"_qs) || key.size() > 6))
        return kAdverb | kClosed;
    if (key.size() > 5 && (key.endsWith(u"ful"_qs) || key.endsWith(u"less"_qs) || key.endsWith(u"ous"_qs)))
        return kAdjective;
    if (key.size() > 4 && (key.endsWith(u"ing"_qs) || key.endsWith(u"ed"_qs)))
        return key.contains(u'-') ? kAdjective : kVerb;
    return 0;
}

int draftNumber(const QString& key)
{
    static const QHash<QString, int> kNumbers = [] {
        QHash<QString, int> numbers;
        int value = 0;
        for (const QString& word :
             u"zero one two three four five six seven eight nine ten eleven twelve "
             u"thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"_qs.split(u' '))
            numbers.insert(word, value++);
        value = 30;
        for (const QString& word : u"thirty forty fifty sixty seventy eighty ninety"_qs.split(u' ')) {
            numbers.insert(word, value);
            value += 10;
        }
        numbers.insert(u"hundred"_qs, 100);
        return numbers;
    }();
    if (const auto found = kNumbers.constFind(key); found != kNumbers.constEnd())
        return *found;
    const qsizetype hyphen = key.indexOf(u'-');
    if (hyphen > 0) {
        const int tens = kNumbers.value(key.left(hyphen), -1);
        const int ones = kNumbers.value(key.mid(hyphen + 1), -1);
        return tens >= 20 && tens < 100 && ones > 0 && ones < 10 ? tens + ones : -1;
    }
    if (key.isEmpty() || key.size() > 3 || !key.front().isDigit())
        return -1;
    bool isNumber = false;
    const int value = key.toInt(&isNumber);
    return isNumber ? value : -1;
}

namespace {

const QHash<QString, QString>& irregularPlurals()
{
    static const QHash<QString, QString> kIrregular = {{u"people"_qs, u"person"_qs},
                                                       {u"men"_qs, u"man"_qs},
                                                       {u"women"_qs, u"woman"_qs},
                                                       {u"children"_qs, u"child"_qs},
                                                       {u"mice"_qs, u"mouse"_qs},
                                                       {u"feet"_qs, u"foot"_qs},
                                                       {u"teeth"_qs, u"tooth"_qs},
                                                       {u"geese"_qs, u"goose"_qs},
                                                       {u"cacti"_qs, u"cactus"_qs},
                                                       {u"knives"_qs, u"knife"_qs},
                                                       {u"wives"_qs, u"wife"_qs},
                                                       {u"lives"_qs, u"life"_qs},
                                                       {u"leaves"_qs, u"leaf"_qs},
                                                       {u"shelves"_qs, u"shelf"_qs},
                                                       {u"wolves"_qs, u"wolf"_qs},
                                                       {u"loaves"_qs, u"loaf"_qs},
                                                       {u"calves"_qs, u"calf"_qs},
                                                       {u"elves"_qs, u"elf"_qs},
                                                       {u"scarves"_qs, u"scarf"_qs},
                                                       {u"hooves"_qs, u"hoof"_qs},
                                                       {u"oxen"_qs, u"ox"_qs},
                                                       {u"dice"_qs, u"die"_qs},
                                                       {u"policemen"_qs, u"policeman"_qs},
                                                       {u"buses"_qs, u"bus"_qs},
                                                       {u"movies"_qs, u"movie"_qs},
                                                       {u"cookies"_qs, u"cookie"_qs},
                                                       {u"zombies"_qs, u"zombie"_qs}};
    return kIrregular;
}

} // namespace

QString singularOf(const QString& key)
{
    if (const auto found = irregularPlurals().constFind(key); found != irregularPlurals().constEnd())
        return *found;
    if (key.size() < 4 || !key.endsWith(u's') || key.endsWith(u"ss"_qs) || key.endsWith(u"us"_qs) ||
        key.endsWith(u"is"_qs) || draftWordFlags(key) & kPairOnly)
        return key;
    if (key.endsWith(u"ies"_qs) && key.size() > 4)
        return key.chopped(3) + u'y';
    for (const QString& ending : {u"sses"_qs, u"shes"_qs, u"ches"_qs, u"xes"_qs, u"zzes"_qs, u"oes"_qs}) {
        if (key.endsWith(ending) && key != u"shoes"_qs && key != u"toes"_qs && key != u"axes"_qs)
            return key.chopped(2);
    }
    return key.chopped(1);
}

QString pluralOf(const QString& key)
{
    static const QHash<QString, QString> kPlurals = [] {
        QHash<QString, QString> plurals;
        for (auto i = irregularPlurals().begin(); i != irregularPlurals().end(); ++i)
            plurals.insert(i.value(), i.key());
        for (const QString& same : {u"sheep"_qs, u"deer"_qs, u"fish"_qs, u"aircraft"_qs})
            plurals.insert(same, same);
        return plurals;
    }();
    if (const auto found = kPlurals.constFind(key); found != kPlurals.constEnd())
        return *found;
    static const QString kVowels = u"aeiou"_qs;
    if (key.endsWith(u'y') && key.size() > 1 && !kVowels.contains(key.at(key.size() - 2)))
        return key.chopped(1) + u"ies"_qs;
    const bool isHissing = key.endsWith(u's') || key.endsWith(u'x') || key.endsWith(u'z') ||
                           key.endsWith(u"ch"_qs) || key.endsWith(u"sh"_qs);
    return key + (isHissing ? u"es"_qs : u"s"_qs);
}

bool isPluralNoun(const QString& key)
{
    return (draftWordFlags(key) & kPairOnly) != 0 || singularOf(key) != key;
}

QString materialOf(const QString& key)
{
    static const QHash<QString, QString> kNouns = {
        {u"wooden"_qs, u"wood"_qs}, {u"metallic"_qs, u"metal"_qs},
        {u"woolen"_qs, u"wool"_qs}, {u"woollen"_qs, u"wool"_qs},
        {u"silken"_qs, u"silk"_qs}, {u"stainless-steel"_qs, u"stainless steel"_qs}};
    return kNouns.value(key, key);
}

QStringList hyphenatedColours(const QString& key)
{
    if (!key.contains(u'-'))
        return {};
    QStringList parts = key.split(u'-', Qt::SkipEmptyParts);
    if (parts.size() > 1 && (draftWordFlags(parts.constLast()) & kColouring) != 0)
        parts.removeLast();
    if (parts.isEmpty() || parts.size() > 4 || (draftWordFlags(parts.constLast()) & kColourWord) == 0)
        return {};
    const bool isNamedShade = parts.size() == 2 && (draftWordFlags(parts.constFirst()) & ~kNounInIng) == 0 &&
                              (draftWordFlags(parts.constLast()) & kThingOrColour) == 0;
    if (isNamedShade)
        return {parts.join(u' ')};
    QStringList colours;
    QStringList shade;
    for (const QString& part : std::as_const(parts)) {
        if (part == u"and"_qs && !shade.isEmpty()) {
            colours.append(shade.join(u' '));
            shade.clear();
        } else if ((draftWordFlags(part) & (kColourWord | kToneWord)) != 0) {
            shade.append(part);
        } else {
            return {};
        }
    }
    if (!shade.isEmpty())
        colours.append(shade.join(u' '));
    return colours;
}

bool isNamedWithMaterial(const QString& material, const QString& noun)
{
    static const QSet<QString> kNames = {u"cotton candy"_qs, u"paper towel"_qs,  u"paper clip"_qs,
                                         u"iron man"_qs,     u"stone age"_qs,    u"plastic surgery"_qs,
                                         u"metal band"_qs,   u"crystal ball"_qs, u"marble cake"_qs,
                                         u"brick layer"_qs,  u"glass half"_qs,   u"straw berry"_qs};
    return kNames.contains(material + u' ' + singularOf(noun));
}

bool isNamedWithColour(const QString& colour, const QString& noun)
{
    static const QSet<QString> kNames = {
        u"golden retriever"_qs, u"golden hour"_qs,    u"golden gate"_qs,  u"golden ratio"_qs,
        u"golden eagle"_qs,     u"orange juice"_qs,   u"orange peel"_qs,  u"orange slice"_qs,
        u"black hole"_qs,       u"white house"_qs,    u"red panda"_qs,    u"green tea"_qs,
        u"green screen"_qs,     u"red wine"_qs,       u"white wine"_qs,   u"black friday"_qs,
        u"red carpet"_qs,       u"blue whale"_qs,     u"gold medal"_qs,   u"cream cheese"_qs,
        u"black belt"_qs,       u"lavender field"_qs, u"orange tree"_qs,  u"black olive"_qs,
        u"black tea"_qs,        u"black coffee"_qs,   u"black pepper"_qs, u"black bean"_qs,
        u"green bean"_qs,       u"green onion"_qs,    u"red onion"_qs,    u"brown rice"_qs,
        u"brown sugar"_qs,      u"white rice"_qs,     u"white bread"_qs,  u"white chocolate"_qs};
    return kNames.contains(colour + u' ' + singularOf(noun));
}

} // namespace assay
