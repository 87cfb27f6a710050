// SPDX-License-Identifier: GPL-3.0-or-later
// What a checklist knows of single English words before it has seen their neighbours: what each may be in a
// prompt, numbers, colours, places; which words of a statement carry meaning and which only join others.
// Small lists compiled into the program (lexiconwords.cpp); every other word is taken for a noun or an
// adjective. All take folded keys. Pure.
#pragma once

#include "app/checklist/wordforms.h"

#include <QHash>

#include <optional>

namespace assay {

/// What a word may be. A word may be several things: "orange".
enum WordFlag : unsigned {
    kArticle = 1u << 0,
    kNumber = 1u << 1,
    kColourWord = 1u << 2,
    kToneWord = 1u << 3,   ///< dark, light: before a colour
    kVerb = 1u << 4,       ///< a verb wherever a noun stands before it
    kBeing = 1u << 5,      ///< is, are: what follows is said of what stands before
    kClosed = 1u << 6,     ///< prepositions, pronouns, conjunctions, adverbs: never within a noun phrase
    kMeasure = 1u << 7,    ///< a number before it counts no things: years, mm
    kGroup = 1u << 8,      ///< "a group of five": the number belongs to what is grouped
    kDepiction = 1u << 9,  ///< photo, image: the picture itself
    kColouring = 1u << 10, ///< "colour", "colored", "hue" within a phrase
    kPairOnly = 1u << 11,  ///< one piece that is named in the plural: jeans
    kAbstract = 1u << 12,  ///< nothing that can be seen as a thing: side, middle, quality
    kNounInIng = 1u << 13, ///< a noun although it ends like a verb: building
    kPronoun = 1u << 14,
    kForeign = 1u << 15, ///< a small word of another language
    kAdverb = 1u << 16,
    kAdjective = 1u << 17,     ///< says how something is, never what it is
    kKind = 1u << 18,          ///< "nine breeds of dogs": the number counts what follows
    kThingOrColour = 1u << 19, ///< a colour word that is a thing as well: orange
    kPerson = 1u << 20,        ///< "he" and "she" may stand for it
    kPaint = 1u << 21,         ///< painted, dyed: a colour follows
    kWearing = 1u << 22,       ///< wearing, dressed: colours behind it are those of clothes
    kPlaceWord = 1u << 23,     ///< a preposition: it ties a thing to the one before it
    kAfterNoun = 1u << 24,     ///< behind a noun it is no part of it: "flowers present in", "hands right in"
    kBodyPart = 1u << 25,      ///< "in one hand" counts nothing
    kRendering = 1u << 26,     ///< behind a thing it is only how it is shown: "three owls vector image"
    kMaterial = 1u << 27,
    kLooks = 1u << 28, ///< sizes, shapes, patterns: what a thing is seen to be
    kStyle = 1u << 29, ///< a way of drawing or painting
    kPart = 1u << 30   ///< "a two door garage": counted within the thing that has it
};

enum class WordClass {
    Content,
    Number,
    Article,
    Link,        ///< joins a thing and what is said of it: is, contains
    Filler,      ///< says nothing of the picture: exactly, visible
    Preposition, ///< at, of
    Direction,   ///< a preposition that tells a place of its own: above, left, front
    Conjunction
};

WordClass wordClass(const QString& key);

/// Content and numbers; the others only stand between these.
bool carriesMeaning(const QString& key);

/// "3" and "three" are 3; nothing for "a".
std::optional<int> numberValue(const QString& key);
/// As numberValue(), but "a" and "an" are 1: what they mean before a noun.
std::optional<int> countValue(const QString& key);

bool isColour(const QString& key);
/// Light, dark: what may stand between a thing and its colour.
bool isTone(const QString& key);
bool isQuote(const QString& sign);
/// What announces a text in the picture: text, word, reads, saying.
bool announcesText(const QString& key);

enum class Relation {
    Left,
    Right,
    Above,
    Below,
    Front,
    Behind,
    Beside,
    Between,
    Inside,
    Around,
    On,
    Top,
    Bottom
};

/// A word that tells a place.
struct PlaceWord
{
    enum class Opening { Free, Needed };

    Relation relation = Relation::On;
    Opening opening = Opening::Free; ///< "top" alone is no place, "on top" is
    QString closing;                 ///< what may follow: "left of", "next to"
    QString shown;                   ///< as a statement says it, when the word alone is enough
};

/// Nothing: the word tells no place.
const PlaceWord* placeWord(const QString& key);

/// The flags of a lower-case word, ending rules included.
unsigned wordFlags(const QString& key);
/// The number a word or digits stand for, or -1.
int draftNumber(const QString& key);
/// "wooden" is wood.
QString materialOf(const QString& key);
/// The colours a word with hyphens names: "navy-blue", "black-and-white", "ivory-colored"; mostly none.
QStringList hyphenatedColours(const QString& key);
/// Whether a colour word and the noun after it are one name: "golden retriever".
bool isNamedWithColour(const QString& colour, const QString& noun);
/// As "cotton candy", which is not made of cotton.
bool isNamedWithMaterial(const QString& material, const QString& noun);
/// The listed words alone, without the rules for endings.
const QHash<QString, unsigned>& lexiconFlags();

} // namespace assay
