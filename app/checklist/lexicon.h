// SPDX-License-Identifier: GPL-3.0-or-later
// What a checklist needs to know of single English words: which carry meaning, which only join others,
// numbers, colours, singular and plural. All take the folded key of a Word. Pure.
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace assay {

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

/// The word and what it may be the plural of; of "shelves" also "shelf". Two words are one when their forms
/// meet.
QStringList wordForms(const QString& key);
bool isSameWord(const QString& a, const QString& b);

} // namespace assay
