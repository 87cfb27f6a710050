// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/appearance.h"
#include "ui/common/buttons.h"
#include "ui/common/emptystate.h"
#include "ui/common/icons.h"
#include "ui/common/keybadge.h"
#include "ui/common/marklabel.h"
#include "ui/common/searchfield.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/common/surface.h"
#include "ui/common/textlabel.h"
#include "ui/common/toolbutton.h"
#include "ui/common/tooltip.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

using namespace assay;

class TestControls : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void controls_haveTheirHeights();
    void segments_moveByArrowKeys();
    void toolButton_followsItsAction();
    void toolButton_withoutWords_isNarrower();
    void keyBadge_followsTheBinding();
    void textLabel_showsMarkupAsText();
    void textLabel_wrapsInLinesOfTheScale();
    void textLabel_elides_withTheWholeTextAsToolTip();
    void toolTip_isNeverRichText();
    void chip_isFilledOnlyForStatesThatNeedAPerson();
    void searchField_takesFocusByKey_andEscapeEmptiesIt();
    void emptyState_offersItsActions();
    void widgets_repaintAtASwitch();
    void lineEdit_showsFocusByItsEdge();

private:
    /// A shown, active window around the widget.
    void show(QWidget* widget);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<QWidget> m_window;
};

void TestControls::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"s.ini"_qs), QSettings::IniFormat);
    m_appearance = std::make_unique<Appearance>(m_settings.get());
    m_appearance->setMode(Appearance::Mode::Dark);
    m_window = std::make_unique<QWidget>();
}

void TestControls::cleanup()
{
    m_window.reset();
    m_appearance.reset();
    m_settings.reset();
    m_folder.reset();
}

void TestControls::show(QWidget* widget)
{
    auto* row = new QHBoxLayout(m_window.get());
    row->addWidget(widget, 0, Qt::AlignTop);
    row->addWidget(new QPushButton(u"other"_qs), 0, Qt::AlignTop);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestControls::controls_haveTheirHeights()
{
    QComboBox combo;
    combo.addItem(u"All clients"_qs);
    QLineEdit edit;
    const QPushButton button(u"Export"_qs);
    QCOMPARE(button.sizeHint().height(), 28);
    QCOMPARE(combo.sizeHint().height(), 28);
    edit.ensurePolished();
    QCOMPARE(edit.sizeHint().height(), 28);
    QCOMPARE(makeButton(u"Retry"_qs, ButtonKind::Small, {}, m_window.get())->sizeHint().height(), 24);
    QCOMPARE(keyBadgeSize(u"A"_qs), QSize(18, 18));
    QCOMPARE(MarkLabel(Mark::Firing, MarkLabel::Look::Chip).sizeHint().height(), 20);
}

void TestControls::segments_moveByArrowKeys()
{
    auto* control = new SegmentedControl;
    for (const QString& text : {u"Client"_qs, u"Model"_qs, u"Template"_qs})
        control->addSegment(text, text);
    show(control);
    QSignalSpy changed(control, &SegmentedControl::currentChanged);
    QCOMPARE(control->current(), 0);
    auto* first = control->findChild<QAbstractButton*>(u"Client"_qs);
    first->setFocus(Qt::TabFocusReason);
    QTest::keyClick(first, Qt::Key_Right);
    QCOMPARE(control->current(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(control->current(), 2);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QCOMPARE(control->current(), 1);
    QCOMPARE(changed.count(), 3);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(!control->isAncestorOf(QApplication::focusWidget())); // one stop for Tab
}

void TestControls::toolButton_followsItsAction()
{
    QAction action(themedIcon(u"fit"_qs), u"Fit"_qs);
    action.setShortcut(QKeySequence(Qt::Key_F));
    action.setCheckable(true);
    auto* button = new ToolButton(&action);
    show(button);
    QCOMPARE(button->accessibleName(), u"Fit"_qs);
    QCOMPARE(button->toolTip(), u"Fit (F)"_qs);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(action.isChecked());
    QVERIFY(button->isChecked());
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(!action.isChecked());
    QVERIFY(!button->isChecked());
    action.setEnabled(false);
    QVERIFY(!button->isEnabled());
    action.setVisible(false);
    QVERIFY(!button->isVisible());
}

void TestControls::toolButton_withoutWords_isNarrower()
{
    QAction action(themedIcon(u"compare"_qs), u"Compare"_qs);
    action.setShortcut(QKeySequence(Qt::Key_C));
    ToolButton button(&action);
    const int full = button.sizeHint().width();
    button.setWords(ToolButton::Words::Hidden);
    QCOMPARE(button.sizeHint(), QSize(58, 24));
    QVERIFY(full > 58 + 40);
}

void TestControls::keyBadge_followsTheBinding()
{
    QAction action(u"Accept"_qs);
    action.setShortcut(QKeySequence(Qt::Key_A));
    const KeyBadge badge(&action);
    QCOMPARE(badge.key(), u"A"_qs);
    action.setShortcut(QKeySequence(Qt::Key_Space));
    QCOMPARE(badge.key(), u"Space"_qs);
    QVERIFY(badge.sizeHint().width() > 36);
    action.setShortcut({});
    QCOMPARE(badge.sizeHint(), QSize(0, 0));
}

void TestControls::textLabel_showsMarkupAsText()
{
    const TextLabel plain(u"bold"_qs, TextStyle::Body);
    const TextLabel marked(u"<b>bold</b>"_qs, TextStyle::Body);
    QVERIFY(marked.sizeHint().width() > plain.sizeHint().width() + 20);
    QCOMPARE(marked.sizeHint().height(), 20);
}

void TestControls::textLabel_wrapsInLinesOfTheScale()
{
    TextLabel label(u"three mugs standing to the left of a teapot"_qs, TextStyle::Prompt);
    QCOMPARE(label.sizeHint().height(), 26);
    label.setWordWrap(true);
    QCOMPARE(label.heightForWidth(1000), 26);
    QCOMPARE(label.heightForWidth(200), 52);
    label.setText(u"one\ntwo\nthree"_qs);
    QCOMPARE(label.heightForWidth(1000), 78);
}

void TestControls::textLabel_elides_withTheWholeTextAsToolTip()
{
    TextLabel label(u"a very long name of a picture.png"_qs, TextStyle::Body);
    QCOMPARE(label.minimumSizeHint().width(), label.sizeHint().width());
    label.setElideMode(Qt::ElideMiddle);
    QVERIFY(label.minimumSizeHint().width() < label.sizeHint().width());
    label.resize(80, 20);
    label.grab(); // delivers the resize
    QCOMPARE(label.toolTip(), label.text());
    label.resize(label.sizeHint());
    label.grab();
    QVERIFY(label.toolTip().isEmpty());
}

void TestControls::toolTip_isNeverRichText()
{
    const QString prompt = u"a <b>bold</b> cat <img src=x> &lt; two\nlines"_qs;
    QTextDocument shown;
    shown.setHtml(plainToolTip(prompt));
    QCOMPARE(shown.toPlainText(), prompt);
    QCOMPARE(plainToolTip(u"5 < 6 & 7"_qs), u"5 < 6 & 7"_qs);
}

void TestControls::chip_isFilledOnlyForStatesThatNeedAPerson()
{
    const auto corner = [](Mark mark) {
        MarkLabel label(mark, MarkLabel::Look::Chip);
        label.resize(label.sizeHint());
        return label.grab().toImage().pixelColor(label.width() - 4, 10);
    };
    QCOMPARE(corner(Mark::Firing), colour(Token::BadSoft));
    QCOMPARE(corner(Mark::Pending), colour(Token::WarnSoft));
    QCOMPARE(corner(Mark::InBand), colour(Token::Window));
    MarkLabel label(MarkLabel::Look::Plain);
    label.setState(Mark::Firing, u"Firing · W16"_qs);
    QCOMPARE(label.accessibleName(), u"Firing · W16"_qs);
}

void TestControls::searchField_takesFocusByKey_andEscapeEmptiesIt()
{
    QAction action(u"Search"_qs);
    action.setShortcut(QKeySequence(Qt::Key_Slash));
    auto* field = new SearchField(u"Search prompts"_qs, &action);
    show(field);
    m_window->addAction(&action);
    m_window->findChild<QPushButton*>()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Slash);
    QCOMPARE(QApplication::focusWidget(), field);
    QTest::keyClicks(field, u"tea/"_qs);
    QCOMPARE(field->text(), u"tea/"_qs);
    QVERIFY(!field->findChild<KeyBadge*>()->isVisible());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(field->text().isEmpty());
    QVERIFY(field->findChild<KeyBadge*>()->isVisible());
}

void TestControls::emptyState_offersItsActions()
{
    auto* state = new EmptyState(u"check"_qs);
    state->setWords(u"All 460 images have a verdict"_qs, u"New images appear here by themselves."_qs);
    QPushButton* primary = state->addPrimaryAction(u"Give 6 a second look"_qs, u"layers"_qs);
    state->addAction(u"Add a folder"_qs, u"folder"_qs);
    show(state);
    QCOMPARE(buttonKind(primary), ButtonKind::Primary);
    QCOMPARE(state->accessibleName(), u"All 460 images have a verdict"_qs);
    QSignalSpy clicked(primary, &QPushButton::clicked);
    primary->setFocus();
    QTest::keyClick(primary, Qt::Key_Space);
    QCOMPARE(clicked.count(), 1);
}

void TestControls::widgets_repaintAtASwitch()
{
    auto* panel = new Panel;
    panel->setFixedSize(100, 60);
    show(panel);
    for (const auto mode : {Appearance::Mode::Light, Appearance::Mode::Dark}) {
        m_appearance->setMode(mode);
        const QImage shown = m_window->grab().toImage();
        QCOMPARE(shown.pixelColor(panel->geometry().center()), Theme::current().colour(Token::Panel));
        QCOMPARE(shown.pixelColor(1, 1), Theme::current().colour(Token::Window));
    }
    QCOMPARE(Theme::current().scheme(), Scheme::Dark);
}

void TestControls::lineEdit_showsFocusByItsEdge()
{
    auto* edit = new QLineEdit;
    show(edit);
    m_window->findChild<QPushButton*>()->setFocus();
    const auto edgeColour = [&] { return edit->grab().toImage().pixelColor(edit->width() / 2, 0); };
    QCOMPARE(edgeColour(), colour(Token::LineStrong));
    edit->setFocus();
    QCOMPARE(edgeColour(), colour(Token::Accent));
}

QTEST_MAIN(TestControls)
#include "tst_controls.moc"
