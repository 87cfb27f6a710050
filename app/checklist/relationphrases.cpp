// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/relationphrases.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace assay {

namespace {

struct Core
{
    Relation relation = Relation::On;
    bool needsOpening = false; ///< "top" alone is no place, "on top" is
    QString closing;           ///< what may follow: "left of", "next to"
};

const QHash<QString, Core>& cores()
{
    using R = Relation;
    static const QString kOf = u"of"_qs;
    static const QHash<QString, Core> kCores = {{u"left"_qs, {R::Left, false, kOf}},
                                                {u"right"_qs, {R::Right, false, kOf}},
                                                {u"above"_qs, {R::Above, false, {}}},
                                                {u"over"_qs, {R::Above, false, {}}},
                                                {u"below"_qs, {R::Below, false, {}}},
                                                {u"under"_qs, {R::Below, false, {}}},
                                                {u"underneath"_qs, {R::Below, false, {}}},
                                                {u"beneath"_qs, {R::Below, false, {}}},
                                                {u"front"_qs, {R::Front, true, kOf}},
                                                {u"behind"_qs, {R::Behind, false, {}}},
                                                {u"beside"_qs, {R::Beside, false, {}}},
                                                {u"next"_qs, {R::Beside, false, u"to"_qs}},
                                                {u"near"_qs, {R::Beside, false, {}}},
                                                {u"between"_qs, {R::Between, false, {}}},
                                                {u"inside"_qs, {R::Inside, false, {}}},
                                                {u"within"_qs, {R::Inside, false, {}}},
                                                {u"in"_qs, {R::Inside, false, {}}},
                                                {u"around"_qs, {R::Around, false, {}}},
                                                {u"on"_qs, {R::On, false, {}}},
                                                {u"atop"_qs, {R::On, false, {}}},
                                                {u"top"_qs, {R::Top, true, kOf}},
                                                {u"bottom"_qs, {R::Bottom, true, kOf}}};
    return kCores;
}

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
    const auto found = core < words.size() ? cores().constFind(words.at(core).key) : cores().constEnd();
    if (found == cores().constEnd() || (found->needsOpening && !isOpened))
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
        if (phrase && !cores().value(words.at(core).key).closing.isEmpty())
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
