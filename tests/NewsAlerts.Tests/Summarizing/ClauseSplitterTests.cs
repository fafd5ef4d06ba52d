using NewsAlerts.Summarizing.Embedded;
using NewsAlerts.Summarizing.Embedded.Compressing;

namespace NewsAlerts.Tests.Summarizing;

public sealed class ClauseSplitterTests
{
    private const int Most = 22;

    [Theory]
    [InlineData(
        "The harbour board of Port Ellery will open a second quay to the islanders of Marrow in May, which has pleased the fishermen who had asked for it.",
        "The harbour board of Port Ellery will open a second quay to the islanders of Marrow in May.")]
    [InlineData(
        "The harbour board of Port Ellery will open a second quay to the islanders in May; the fishermen will keep the first one, and the pilots will move.",
        "The harbour board of Port Ellery will open a second quay to the islanders in May.")]
    [InlineData(
        "Divers of the coast guard pulled the bell of the old ferry out of the mud of the northern quay after they had searched the whole harbour for eleven days.",
        "Divers of the coast guard pulled the bell of the old ferry out of the mud of the northern quay.")]
    [InlineData(
        "With five weeks to go before the harbour's hundredth birthday, the board of Port Ellery has asked the islanders of Marrow for their photographs of the old ferry and its crew.",
        "The board of Port Ellery has asked the islanders of Marrow for their photographs of the old ferry and its crew.")]
    [InlineData(
        "As the islands of the northern coast conduct a week of rescue drills near Cape Dunmore, the coast guard has closed the harbour of Port Ellery to all ferries.",
        "The coast guard has closed the harbour of Port Ellery to all ferries.")]
    [InlineData(
        "Stranded on the northern quay for three days after a storm, a pilot and his three children made a sign of nets and lanterns on the roof of the customs house.",
        "A pilot and his three children made a sign of nets and lanterns on the roof of the customs house.")]
    [InlineData(
        "With a strike at the harbour of Port Ellery, the loss of both ferries, and now a storm off Cape Dunmore, the islanders of Marrow have asked the coast guard for bread and medicine.",
        "The islanders of Marrow have asked the coast guard for bread and medicine.")]
    [InlineData(
        "After a collision of two ferries off the harbour of Dunmore, Marrow, the coast guard of the island pulled eleven passengers and their pilot out of the sea.",
        "The coast guard of the island pulled eleven passengers and their pilot out of the sea.")]
    [InlineData(
        "The harbour board of Port Ellery received the fishermen of Marrow in the old customs house on Monday and fixed a day in May for the opening of the northern quay.",
        "The harbour board of Port Ellery received the fishermen of Marrow in the old customs house on Monday.")]
    [InlineData(
        "Mayor Tomas Reyk of Port Ellery told the islanders that the northern quay is \"sound\" and termed as \"unfair\" the engineer's remark that nobody would land there if it rained.",
        "Mayor Tomas Reyk of Port Ellery told the islanders that the northern quay is \"sound\".")]
    public void A_long_sentence_ends_where_a_clause_of_it_does(string sentence, string part)
    {
        Assert.Equal(part, ClauseSplitter.Split(sentence, "en", Most));
    }

    [Fact]
    public void Who_says_so_moves_up_to_the_new_end()
    {
        var part = ClauseSplitter.Split(
            "The northern quay of Port Ellery was sinking into the mud of the harbour, which its engineers had not foreseen when they drew it in 1921, the harbour board said.", "en", Most);

        Assert.Equal("The northern quay of Port Ellery was sinking into the mud of the harbour, the harbour board said.", part);
    }

    [Theory]
    [InlineData("The harbour board of Port Ellery will open a second quay to the islanders of Marrow in May, unless the storms of the winter break its wall again.")]
    [InlineData("The captain of the old ferry took the money of the pilots' fund, which has been empty since the winter, but he denies that he ever knew of it.")]
    [InlineData("The plan of the harbour board for a second quay at Port Ellery, which the fishermen of Marrow had dropped in the winter, will be taken up.")]
    [InlineData("\"The northern quay of Port Ellery is sinking into the mud of the harbour, which nobody had foreseen when it was drawn in 1921,\" the board said.")]
    [InlineData("As many as forty of the islanders who were on board of the old ferry, the harbour board of Port Ellery said on Monday, stayed in the customs house.")]
    [InlineData("Nobody on the island of Marrow has seen the captain of the old ferry at the northern quay after the storm had broken its wall in May.")]
    [InlineData("The old ferry of Port Ellery carried the islanders of Marrow to the markets of rural and impoverished villages along the northern coast of the gulf.")]
    public void No_part_says_what_the_sentence_does_not(string sentence)
    {
        Assert.Null(ClauseSplitter.Split(sentence, "en", Most));
    }

    [Fact]
    public void Every_word_of_a_part_is_the_sentence_s_in_its_order()
    {
        const string Sentence = "Hội đồng thành phố Ellery đã quyết định mở lại bến phía bắc cho ngư dân đảo Marrow vào tháng Năm, đồng thời sẽ tăng giá vé thêm một phần mười để trả lương cho thủy thủ đoàn mới.";

        var part = ClauseSplitter.Split(Sentence, "vi", 30);

        Assert.Equal("Hội đồng thành phố Ellery đã quyết định mở lại bến phía bắc cho ngư dân đảo Marrow vào tháng Năm.", part);
    }

    [Fact]
    public void A_text_without_an_end_is_left_alone()
    {
        Assert.Null(ClauseSplitter.Split(string.Concat(Enumerable.Repeat("the board said, and the fishermen left; ", 5_000)), "en", KeyPointRules.MostWords));
    }
}
