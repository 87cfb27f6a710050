// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/lexicon.h"

#include <QHash>

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

} // namespace

const QHash<QString, unsigned>& lexiconFlags()
{
    static const QHash<QString, unsigned> kFlags = [] {
        QHash<QString, unsigned> flags;
        addGrammar(&flags);
        addPeople(&flags);
        addAttributes(&flags);
        addNumbers(&flags);
        addLook(&flags);
        return flags;
    }();
    return kFlags;
}

} // namespace assay
