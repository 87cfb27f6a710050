// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/folderrulesform.h"

#include "ui/common/textlabel.h"

#include <QCompleter>
#include <QFontMetrics>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace assay {

namespace {

constexpr int kFieldWidth = 360;
constexpr int kLines = 2;
constexpr int kMostExamples = 3;

QPlainTextEdit* makeLines(QWidget* parent)
{
    auto* lines = new QPlainTextEdit(parent);
    lines->setTabChangesFocus(true);
    lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    lines->setFixedHeight(lines->fontMetrics().lineSpacing() * kLines + 16);
    return lines;
}

QStringList linesOf(const QPlainTextEdit* edit)
{
    QStringList lines;
    const QStringList all = edit->toPlainText().split(u'\n');
    for (const QString& line : all) {
        if (!line.trimmed().isEmpty())
            lines << line.trimmed();
    }
    return lines;
}

QString factsText(const PathFacts& facts)
{
    QStringList parts;
    const auto add = [&parts](const QString& words, const QString& value) {
        if (!value.isEmpty())
            parts << words.arg(value);
    };
    add(FolderRulesForm::tr("client %1"), facts.client);
    add(FolderRulesForm::tr("asset %1"), facts.asset);
    add(FolderRulesForm::tr("batch %1"), facts.batch);
    if (facts.cycle)
        parts << FolderRulesForm::tr("cycle %1").arg(*facts.cycle);
    return parts.isEmpty() ? FolderRulesForm::tr("taken") : parts.join(QStringLiteral(", "));
}

} // namespace

FolderRulesForm::FolderRulesForm(const QString& name, const QStringList& clients, QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_client(new QLineEdit(this))
    , m_include(makeLines(this))
    , m_exclude(makeLines(this))
    , m_pattern(new QLineEdit(this))
    , m_words(new TextLabel(TextStyle::Second, Token::Text2, this))
{
    m_client->setObjectName(name + QStringLiteral("Client"));
    m_include->setObjectName(name + QStringLiteral("Include"));
    m_exclude->setObjectName(name + QStringLiteral("Exclude"));
    m_pattern->setObjectName(name + QStringLiteral("Pattern"));
    m_words->setObjectName(name + QStringLiteral("RulesWords"));
    m_words->setWordWrap(true);
    auto* completer = new QCompleter(clients, m_client);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_client->setCompleter(completer);
    m_client->setPlaceholderText(tr("No client"));
    m_include->setPlaceholderText(tr("Everything; or one pattern a line: *.png, final/**"));
    m_exclude->setPlaceholderText(tr("Nothing; or one pattern a line: drafts, *_tmp.*"));
    m_pattern->setPlaceholderText(tr("Nothing; for example {client}/{asset}/*"));
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnMinimumWidth(1, kFieldWidth);
    addField(tr("Client"), tr("Of images that say nothing else"), m_client);
    addField(tr("Take only"), tr("* and ? stand for letters of one name, ** for any folders"), m_include);
    addField(tr("Leave out"), tr("What holds for a folder holds for all below it"), m_exclude);
    addField(tr("Places say"), tr("{client}, {asset}, {batch} and {cycle} are taken from the place"),
             m_pattern);
    m_grid->addWidget(m_words, m_grid->rowCount(), 0, 1, 2);
    connect(m_client, &QLineEdit::textChanged, this, &FolderRulesForm::changed);
    connect(m_pattern, &QLineEdit::textChanged, this, &FolderRulesForm::check);
    connect(m_include, &QPlainTextEdit::textChanged, this, &FolderRulesForm::check);
    connect(m_exclude, &QPlainTextEdit::textChanged, this, &FolderRulesForm::check);
}

void FolderRulesForm::addField(const QString& label, const QString& hint, QWidget* field)
{
    const int row = m_grid->rowCount();
    field->setAccessibleName(label);
    field->setAccessibleDescription(hint);
    field->setToolTip(hint);
    m_grid->addWidget(new TextLabel(label, TextStyle::Body, Token::Text2, this), row, 0, Qt::AlignTop);
    m_grid->addWidget(field, row, 1);
}

void FolderRulesForm::setSettings(const RootSettings& settings)
{
    m_client->setText(settings.client);
    m_include->setPlainText(settings.rules.include.join(u'\n'));
    m_exclude->setPlainText(settings.rules.exclude.join(u'\n'));
    m_pattern->setText(settings.rules.pathPattern);
}

RootSettings FolderRulesForm::settings() const
{
    return {m_client->text().trimmed(),
            {linesOf(m_include), linesOf(m_exclude), m_pattern->text().trimmed()}};
}

void FolderRulesForm::setExamples(const QStringList& relativePaths)
{
    m_examples = relativePaths.mid(0, kMostExamples);
    m_words->setMinimumHeight(m_words->fontMetrics().lineSpacing() * int(m_examples.size() + 1));
    check();
}

void FolderRulesForm::check()
{
    const auto rules = PathRules::parse(settings().rules);
    m_isValid = rules.has_value();
    m_words->setToken(m_isValid ? Token::Text2 : Token::Bad);
    m_words->setText(rules ? exampleText(*rules)
                           : tr("%1 can’t be used: %2.").arg(rules.error().subject, rules.error().detail));
    emit changed();
}

QString FolderRulesForm::exampleText(const PathRules& rules) const
{
    QStringList lines;
    for (const QString& path : m_examples)
        lines << tr("%1: %2").arg(path, rules.takes(path) ? factsText(rules.factsOf(path)) : tr("left out"));
    return lines.join(u'\n');
}

} // namespace assay
