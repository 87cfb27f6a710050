// SPDX-License-Identifier: GPL-3.0-or-later
// Finds in one prompt the words that a demand speaks of, and keeps which are taken: each word is given once.
// Pure. It finds nothing rather than guess.
#pragma once

#include "app/checklist/demand.h"

#include <QHash>

#include <vector>

namespace assay {

class WordFinder
{
public:
    explicit WordFinder(const QString& prompt);

    const Words& words() const { return m_words; }

    /// Words that overlap the units from `start` to `end` are taken.
    void take(int start, int end);
    /// Indexes of words in order; they are taken from now on. Empty: not found.
    QList<int> find(const Demand& demand);

private:
    struct NounPhrase
    {
        int number = -1;  ///< index of the number that governs the noun; -1: none
        QList<int> inner; ///< words between it and the noun
    };
    struct Candidate
    {
        QList<int> found;
        int score = 0;
    };

    QList<int> findText(const Demand& demand) const;
    QList<int> quoted(const QStringList& text, int first) const;
    QList<int> withAnnouncement(QList<int> found) const;
    QList<int> findProperty(const Demand& demand) const;
    bool isSaidAfter(int value, const QString& object) const;
    bool isSaidBefore(int value, const QString& object) const;
    QList<int> findPosition(const Demand& demand) const;
    int positionScore(const RelationPhrase& phrase, const Demand& demand) const;
    QList<int> findPhrase(const Demand& demand) const;
    Candidate phraseAt(int head, const Demand& demand) const;
    bool addNumber(int head, const NounPhrase& noun, const Demand& demand, Candidate* candidate) const;
    NounPhrase nounPhrase(int head) const;
    QList<int> tailAfter(int head, const QStringList& tail) const;

    QList<int> bridged(const QList<int>& found) const;
    QList<int> places(const QString& key) const;
    bool isFree(int word) const { return !m_isTaken[size_t(word)]; }
    bool isWithin(int word) const { return word >= 0 && word < m_words.size(); }
    bool isContent(int word) const;
    bool joinsColours(int word) const;
    bool hasAny(int from, int step, const QStringList& wanted) const;

    QString m_prompt;
    Words m_words;
    QList<RelationPhrase> m_relations;
    QHash<QString, QList<int>> m_index; ///< by each form of a word
    std::vector<bool> m_isTaken;
};

} // namespace assay
