using NewsAlerts.Ingesting.Formats;

namespace NewsAlerts.Tests.Ingesting;

public sealed class SloppyDateTests
{
    [Theory]
    [InlineData("03/04/2025")]
    [InlineData("03-04-2025")]
    [InlineData("03.04.2025")]
    [InlineData("3. 4. 2025")]
    [InlineData("Monday, 03/04/2025")]
    [InlineData("5-6-2025 08:00 EST")]
    [InlineData("Published 5/6/2025, 08:00")]
    [InlineData("10-11-12")]
    [InlineData("25/12/24")]
    [InlineData("12:30:00")]
    [InlineData("12:30:00 GMT")]
    [InlineData("March 4, 08:00")]
    [InlineData("Monday 08:30")]
    [InlineData("Tue, 04 Mar 2025 08:00:00 +2500")]
    [InlineData("2025-03-04T08:00:00+25:00")]
    [InlineData("2025-03-04T08:00:00 +0175")]
    [InlineData("20250304080000000000")]
    [InlineData("")]
    public void What_has_two_readings_or_none_is_no_date(string text) => Assert.Null(SloppyDate.Parse(text));

    [Theory]
    [InlineData("2025-03-04", "2025-03-04T00:00Z")]
    [InlineData("2025-03-04T08:00:00+01:00", "2025-03-04T07:00Z")]
    [InlineData("2025-03-04 08:00:00 -0500", "2025-03-04T13:00Z")]
    [InlineData("2025-03-04T08:00:00.123Z", "2025-03-04T08:00:00.123Z")]
    [InlineData("2025/03/04", "2025-03-04T00:00Z")]
    [InlineData("03/03/2025", "2025-03-03T00:00Z")]
    [InlineData("3/25/2025", "2025-03-25T00:00Z")]
    [InlineData("Tue, 04 Mar 2025 08:00:00 GMT", "2025-03-04T08:00Z")]
    [InlineData("Tue, 4 Mar 25 08:00:00 EST", "2025-03-04T13:00Z")]
    [InlineData("4 March 2025 08:00 CET", "2025-03-04T07:00Z")]
    [InlineData("March 4, 2025 5:30 PM", "2025-03-04T17:30Z")]
    [InlineData("March 4, 2025, 5:30 p.m.", "2025-03-04T17:30Z")]
    [InlineData("Updated 5:30 p.m. March 4, 2025", "2025-03-04T17:30Z")]
    [InlineData("Last updated: March 4, 2025", "2025-03-04T00:00Z")]
    public void What_has_one_reading_is_read(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), SloppyDate.Parse(text)?.ToUniversalTime());
}
