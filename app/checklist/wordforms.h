// SPDX-License-Identifier: GPL-3.0-or-later
// Singular and plural of English words, by rules and one list of irregulars. All take folded keys. Pure.
#pragma once

#include <QString>
#include <QStringList>

namespace assay {

/// The singular, by rules and a list of irregulars.
QString singularOf(const QString& key);
/// The plural, by the same rules: what a statement shows.
QString pluralOf(const QString& key);
bool isPluralNoun(const QString& key);
/// The word and what it may be the plural of; of "shelves" also "shelf". Two words are one when their forms
/// meet.
QStringList wordForms(const QString& key);
bool isSameWord(const QString& a, const QString& b);

} // namespace assay
