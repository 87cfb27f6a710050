// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/placephrases.h"

#include "app/checklist/lexicon.h"

namespace assay {

namespace {

bool isSide(const PromptReading& reading, int i)
{
    return reading.isOneOf(i, {u"left", u"right"});
}

bool isEdge(const PromptReading& reading, int i)
{
    return reading.isOneOf(i, {u"top", u"bottom", u"upper", u"lower"});
}

/// "of the image": behind it; `i` when something else stands there; -1 when it is of another thing.
int behindPicture(const PromptReading& reading, int i)
{
    if (!reading.isOneOf(i, {u"of", u"in"}))
        return i;
    int noun = i + 1;
    while (reading.has(noun, kArticle) || reading.isKey(noun, u"whole"))
        ++noun;
    if (reading.isOneOf(noun, {u"image", u"picture", u"photo", u"photograph", u"frame", u"scene", u"shot",
                               u"composition", u"painting", u"canvas", u"screen", u"illustration", u"view"}))
        return noun + 1;
    return reading.isKey(i, u"of") ? -1 : i;
}

/// "top left corner", "left third", "centre", "background" from the word `at` on; its words in `words`.
int behindRegion(const PromptReading& reading, int at, QStringList* words)
{
    int i = at;
    const auto take = [&](bool isWanted) {
        if (isWanted)
            words->append(reading.word(i++).key);
        return isWanted;
    };
    if (take(reading.isOneOf(i, {u"center", u"centre", u"middle", u"background", u"foreground"})))
        return i;
    if (take(reading.isOneOf(i, {u"top-left", u"top-right", u"bottom-left", u"bottom-right", u"upper-left",
                                 u"upper-right", u"lower-left", u"lower-right"}))) {
        take(reading.isOneOf(i, {u"corner", u"side", u"part", u"area", u"third"}));
        return i;
    }
    const bool hasFar = take(reading.isOneOf(i, {u"far"}) && isSide(reading, i + 1));
    const bool hasEdge =
        !hasFar && take(isEdge(reading, i) || (isSide(reading, i) && isEdge(reading, i + 1)));
    const bool hasSide =
        take(isSide(reading, i)) || (hasEdge && isSide(reading, i - 1) && take(isEdge(reading, i)));
    if (!hasEdge && !hasSide)
        return at;
    if (reading.isKey(i, u"hand"))
        ++i;
    const bool isCorner = take(hasEdge && hasSide && reading.isKey(i, u"corner"));
    const bool isPart = isCorner || take(reading.isOneOf(i, {u"side", u"part", u"half", u"third", u"edge",
                                                             u"corner", u"area", u"portion", u"quarter"}));
    // "upper shelf", "left foot": said of the thing behind it.
    const bool isBare = !isPart && reading.isWithin(i) && !reading.word(i).isSign &&
                        !reading.has(i, kClosed | kBeing | kVerb | kArticle);
    return isBare || (!isPart && words->constLast() == u"upper"_qs) ? at : i;
}

std::optional<PlacePhrase> frameAt(const PromptReading& reading, int at)
{
    int i = at;
    const bool isTo = reading.isOneOf(i, {u"to", u"towards", u"toward"});
    // "looking to the left" is no place.
    if (isTo && !(at > 0 && !reading.has(at - 1, kVerb | kClosed | kBeing) && !reading.word(at - 1).isSign))
        return std::nullopt;
    const bool isOpened = isTo || reading.isOneOf(i, {u"in", u"on", u"at", u"along", u"near"});
    i += isOpened ? 1 : 0;
    const bool hasArticle = reading.isKey(i, u"the");
    i += hasArticle ? 1 : 0;
    QStringList words;
    const int behind = behindRegion(reading, i, &words);
    if (behind == i)
        return std::nullopt;
    const bool isCorner = words.constLast() == u"corner"_qs && words.size() > 1;
    const bool isGround = words.constFirst() == u"background"_qs || words.constFirst() == u"foreground"_qs;
    const bool isBareSide = isOpened && isSide(reading, i) && !isGround;
    if (!(isOpened && hasArticle) && !isCorner && !isBareSide)
        return std::nullopt;
    const int end = behindPicture(reading, behind);
    if (end < 0)
        return std::nullopt;
    const bool isSided = words.contains(u"left"_qs) || words.contains(u"right"_qs);
    const bool isWithin = isCorner || isGround || words.constLast() == u"middle"_qs ||
                          words.constLast() == u"center"_qs || words.constLast() == u"centre"_qs ||
                          words.constLast() == u"third"_qs || words.constLast() == u"half"_qs;
    return PlacePhrase{(isWithin ? u"in the "_qs : u"at the "_qs) + words.join(u' '), at, end, true, isSided};
}

/// "to the left of", "on its right", "in front of", "at the bottom of".
std::optional<PlacePhrase> sideOfAt(const PromptReading& reading, int at)
{
    int i = at;
    const bool isOpened = reading.isOneOf(i, {u"on", u"to", u"in", u"at", u"towards"});
    i += isOpened ? 1 : 0;
    const int owner = isOpened && reading.isOneOf(i, {u"its", u"his", u"her", u"their"}) ? i : -1;
    i += isOpened && (owner >= 0 || reading.isKey(i, u"the")) ? 1 : 0;
    if (owner >= 0 && !isSide(reading, i))
        return std::nullopt;
    if (!isSide(reading, i) && !reading.isOneOf(i, {u"front", u"back", u"top", u"bottom"}))
        return std::nullopt;
    int of = reading.isKey(i + 1, u"hand") ? i + 2 : i + 1;
    of += reading.isOneOf(of, {u"side", u"edge"}) ? 1 : 0;
    const bool isTo =
        isSide(reading, i) && !isOpened && reading.has(at - 1, kBeing) && reading.isKey(of, u"to");
    // "a bin on its left", but not "on its left wheel".
    const bool isOwned = owner >= 0 && (!reading.isWithin(of) || reading.word(of).isSign ||
                                        reading.has(of, kClosed | kBeing | kArticle));
    if (owner >= 0 ? !isOwned : !reading.isKey(of, u"of") && !isTo)
        return std::nullopt;
    const QString& core = reading.word(i).key;
    if (owner >= 0)
        return PlacePhrase{core + u" of"_qs, at, of, false, true, owner};
    if (isSide(reading, i))
        return PlacePhrase{core + u" of"_qs, at, of + 1, false, true};
    if (!isOpened && core != u"top"_qs && core != u"front"_qs)
        return std::nullopt;
    const bool isBack = core == u"back"_qs;
    if (isBack && !reading.isKey(at, u"in"))
        return std::nullopt;
    const QString relation = core == u"front"_qs ? u"in front of"_qs
                             : core == u"top"_qs ? u"on top of"_qs
                             : isBack            ? u"behind"_qs
                                                 : u"at the bottom of"_qs;
    return PlacePhrase{relation, at, of + 1, false, false};
}

} // namespace

std::optional<PlacePhrase> placePhraseAt(const PromptReading& reading, int at)
{
    if (!reading.has(at, kPlaceWord) && !isSide(reading, at) && !isEdge(reading, at) &&
        !reading.isOneOf(at, {u"front", u"top-left", u"top-right", u"bottom-left", u"bottom-right",
                              u"upper-left", u"upper-right", u"lower-left", u"lower-right"}))
        return std::nullopt;
    if (const auto frame = frameAt(reading, at))
        return frame;
    if (const auto side = sideOfAt(reading, at))
        return side;
    if (reading.isKey(at, u"in") && reading.isKey(at + 1, u"front"))
        return PlacePhrase{u"in front of"_qs, at, at + 2, false, false};
    if (reading.isKey(at, u"on") && reading.isOneOf(at + 1, {u"either", u"both", u"each"}) &&
        reading.isOneOf(at + 2, {u"side", u"sides"}) && reading.isKey(at + 3, u"of"))
        return PlacePhrase{u"next to"_qs, at, at + 4, false, false};
    if (reading.isOneOf(at, {u"next", u"adjacent", u"close"}) && reading.isKey(at + 1, u"to"))
        return PlacePhrase{u"next to"_qs, at, at + 2, false, false};
    // "alongside" and "upon" are said of no statement, so only prompts have them.
    if (reading.isOneOf(at, {u"alongside", u"upon"}))
        return PlacePhrase{reading.isKey(at, u"upon") ? u"on"_qs : u"next to"_qs, at, at + 1, false, false};
    const PlaceWord* found = placeWord(reading.word(at).key);
    if (found == nullptr || found->shown.isEmpty())
        return std::nullopt;
    return PlacePhrase{found->shown, at, at + 1, false, false};
}

} // namespace assay
