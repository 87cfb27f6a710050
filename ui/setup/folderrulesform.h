// SPDX-License-Identifier: GPL-3.0-or-later
// FolderRulesForm: whose a folder's images are, which are taken, what their places say; and what is wrong
// with that, as it is typed. GUI thread. It stores nothing.
#pragma once

#include "app/store/rootsettings.h"

#include <QWidget>

class QGridLayout;
class QLineEdit;
class QPlainTextEdit;

namespace assay {

class TextLabel;

class FolderRulesForm : public QWidget
{
    Q_OBJECT

public:
    /// `clients` are suggested as one types. Object names begin with `name`: "addFolderClient".
    FolderRulesForm(const QString& name, const QStringList& clients, QWidget* parent);

    void setSettings(const RootSettings& settings);
    RootSettings settings() const;
    /// Relative paths of the folder: the form shows what the first of them would say.
    void setExamples(const QStringList& relativePaths);
    bool isValid() const { return m_isValid; }

signals:
    void changed();

private:
    void addField(const QString& label, const QString& hint, QWidget* field);
    void check();
    QString exampleText(const PathRules& rules) const;

    QGridLayout* m_grid;
    QLineEdit* m_client;
    QPlainTextEdit* m_include;
    QPlainTextEdit* m_exclude;
    QLineEdit* m_pattern;
    TextLabel* m_words;
    QStringList m_examples;
    bool m_isValid = true;
};

} // namespace assay
