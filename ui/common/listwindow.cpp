// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/listwindow.h"

#include "ui/common/emptystate.h"
#include "ui/common/problem.h"
#include "ui/common/tables.h"
#include "ui/common/textlabel.h"

#include <QAbstractItemModel>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>

namespace assay {

namespace {

constexpr QSize kFirstSize(960, 560);

} // namespace

ListWindow::ListWindow(const QString& name, const ListWords& words, QWidget* parent)
    : QDialog(parent)
    , m_name(name)
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableView(m_stack))
    , m_empty(new EmptyState(words.emptyIcon, m_stack))
    , m_below(new QVBoxLayout)
    , m_buttons(new QHBoxLayout)
{
    setObjectName(name + QStringLiteral("Window"));
    setWindowTitle(words.title);
    setAttribute(Qt::WA_DeleteOnClose);
    m_banner->setObjectName(name + QStringLiteral("Banner"));
    m_empty->setWords(words.emptySentence, words.emptyNext);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto* said = new TextLabel(words.words, TextStyle::Second, Token::Text2, this);
    said->setWordWrap(true);
    auto* close = makeButton(tr("Close"), ButtonKind::Secondary, QString(), this);
    close->setObjectName(name + QStringLiteral("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    m_buttons->setSpacing(8);
    m_buttons->addStretch();
    m_buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(12);
    column->addWidget(new TextLabel(words.title, TextStyle::Section, Token::Text, this));
    column->addWidget(said);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    column->addLayout(m_below);
    column->addLayout(m_buttons);
    resize(kFirstSize);
}

void ListWindow::setModel(QAbstractItemModel* model, int rest)
{
    m_table->setModel(model);
    setUpTable(m_table, m_name + QStringLiteral("Table"), windowTitle());
    fitColumns(m_table, rest);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { currentRowChanged(); });
    connect(model, &QAbstractItemModel::modelReset, this, &ListWindow::showEmptiness);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(key, m_table, nullptr, nullptr, Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [this] {
            if (m_first && m_first->isEnabled())
                m_first->click();
        });
    }
    connect(m_table, &QAbstractItemView::doubleClicked, this, [this] {
        if (m_first && m_first->isEnabled())
            m_first->click();
    });
    m_table->setFocus();
}

int ListWindow::currentRow() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? current.row() : -1;
}

void ListWindow::setCurrentRow(int row)
{
    if (row >= 0 && row < m_table->model()->rowCount())
        m_table->selectRow(row);
}

void ListWindow::addBelowTable(QWidget* widget, int stretch)
{
    m_below->addWidget(widget, stretch);
    if (stretch > 0)
        static_cast<QVBoxLayout*>(layout())->setStretchFactor(m_below, stretch);
}

QPushButton* ListWindow::addButton(const QString& text, const QString& name, std::function<void()> act)
{
    QPushButton* button = makeButton(text, ButtonKind::Secondary, QString(), this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, std::move(act));
    m_buttons->insertWidget(m_buttons->count() - 2, button);
    if (!m_first)
        m_first = button;
    return button;
}

void ListWindow::showProblem(const Problem& problem)
{
    m_banner->showMessage(Banner::Kind::Problem, problem.sentence, problem.whatToDo);
}

void ListWindow::showEmptiness()
{
    const bool isEmpty = m_table->model()->rowCount() == 0;
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_empty) : m_table);
    currentRowChanged();
}

} // namespace assay
