// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/relationphrases.h"

#include <QSet>

#include <optional>

namespace assay {

namespace {

bool isOpening(const QString& key)
{
    static const QSet<QString> kOpenings = {u"to"_qs, u"on"_qs, u"at"_qs, u"in"_qs};
    return kOpenings.contains(key);
}

/// The index behind the words of `options` that stand at `at`.
int behind(const Words& words, int at, const QStringList& options)
{
    return at < words.size() && options.contains(words.at(at).key) ? at + 1 : at;
}

std::optional<RelationPhrase> closed(const Words& words, int first, int core, bool isOpened)
{
    const PlaceWord* found = core < words.size() ? placeWord(words.at(core).key) : nullptr;
    if (found == nullptr || (found->opening == PlaceWord::Opening::Needed && !isOpened))
        return std::nullopt;
    int end = core + 1;
    if (!found->closing.isEmpty()) {
        end = behind(words, end, {u"hand"_qs});
        end = behind(words, end, {u"side"_qs});
        end = behind(words, end, {found->closing});
    }
    return RelationPhrase{found->relation, first, end - 1};
}

std::optional<RelationPhrase> phraseAt(const Words& words, int first)
{
    if (isOpening(words.at(first).key)) {
        const int core = behind(words, behind(words, first + 1, {u"the"_qs}), {u"viewer's"_qs});
        const auto phrase = closed(words, first, core, true);
        // Of "in on" both are places; only those with an end of their own are opened.
        if (phrase && !placeWord(words.at(core).key)->closing.isEmpty())
            return phrase;
    }
    return closed(words, first, first, false);
}

} // namespace

QList<RelationPhrase> relationPhrases(const Words& words)
{
    QList<RelationPhrase> phrases;
    for (int i = 0; i < words.size(); ++i) {
        if (const auto phrase = phraseAt(words, i)) {
            phrases.append(*phrase);
            i = phrase->last;
        }
    }
    return phrases;
}

} // namespace assay
